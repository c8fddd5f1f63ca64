using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Tells what a customer holds.</summary>
/// <remarks>Links lead from the customer to what may be theirs; what is read there tells whether it is.</remarks>
public sealed class InventoryService
{
    private const int MostSideBySide = 64;

    private static readonly Dictionary<LimitKey, decimal> Unused = [];

    private readonly ConfigurationStore _configurations;
    private readonly ProfileReader _profiles;
    private readonly CouponReader _coupons;
    private readonly ReferralReader _referrals;
    private readonly GiveawayBooking _giveaways;
    private readonly LoyaltyService _loyalty;
    private readonly AchievementService _achievements;
    private readonly ProfileLinks _links;

    internal InventoryService(ConfigurationStore configurations, ProfileReader profiles, CouponReader coupons, ReferralReader referrals, GiveawayBooking giveaways, LoyaltyService loyalty, AchievementService achievements, ITableStore store) =>
        (_configurations, _profiles, _coupons, _referrals, _giveaways, _loyalty, _achievements, _links) = (configurations, profiles, coupons, referrals, giveaways, loyalty, achievements, new ProfileLinks(store));

    /// <summary>Reads the sections asked for.</summary>
    /// <exception cref="NotFoundException">There is no such customer.</exception>
    public async Task<CustomerInventory> ReadAsync(RequestContext context, string integrationId, InventorySections sections, CancellationToken cancellation)
    {
        var configuration = await _configurations.GetAsync(cancellation);
        var application = configuration.For(context.ApplicationId);
        var read = await _profiles.ReadAsync(integrationId, cancellation);
        var profile = read.Stored ?? throw new NotFoundException($"There is no customer profile \"{integrationId}\".");
        return new CustomerInventory
        {
            Profile = sections.HasFlag(InventorySections.Profile) ? profile.Shown(application) : null,
            Referrals = sections.HasFlag(InventorySections.Referrals) ? await ReferralsAsync(context, read, cancellation) : null,
            Coupons = sections.HasFlag(InventorySections.Coupons) ? await CouponsAsync(context, application, read, cancellation) : null,
            Loyalty = sections.HasFlag(InventorySections.Loyalty) ? await _loyalty.InventoryAsync(context.ApplicationId, integrationId, context.Now, cancellation) : null,
            Giveaways = sections.HasFlag(InventorySections.Giveaways) ? await GiveawaysAsync(context, configuration, read.Partition, profile.Profile, cancellation) : null,
            Achievements = sections.HasFlag(InventorySections.Achievements) ? await _achievements.ListAsync(context, integrationId, [], cancellation) : null,
        };
    }

    private async Task<IReadOnlyList<InventoryReferral>> ReferralsAsync(RequestContext context, ProfileRead profile, CancellationToken cancellation)
    {
        var targets = await _links.ListAsync(profile.Partition, LinkRows.Referrals(context.ApplicationId), cancellation).ToListAsync(cancellation);
        return await EachAsync(targets, async partition =>
        {
            var read = await _referrals.ReadAsync(partition, cancellation);
            return read.Referral?.AdvocateProfileIntegrationId == profile.IntegrationId ? read.Shown(Unused, null) : null;
        });
    }

    private async Task<IReadOnlyList<InventoryCoupon>> CouponsAsync(RequestContext context, ApplicationConfiguration application, ProfileRead profile, CancellationToken cancellation)
    {
        var own = await _links.ListAsync(profile.Partition, LinkRows.Coupons(context.ApplicationId), cancellation).ToListAsync(cancellation);
        var shared = await _links.ListAsync(Partitions.Everybody(context.ApplicationId), LinkRows.All, cancellation).ToListAsync(cancellation);
        return await EachAsync([.. own.Union(shared)], async partition =>
        {
            var read = await _coupons.ReadAsync(partition, profile.IntegrationId, cancellation);
            if (read.Coupon is not { } coupon || !IsHeld(read, coupon, profile.IntegrationId))
                return null;
            var shown = StateBuilder.Coupons([read], profile.IntegrationId, Unused)[0];
            return new InventoryCoupon(shown, InventoryCoupon.StateOf(shown, application.Campaigns.GetValueOrDefault(coupon.CampaignId), context.Now));
        });
    }

    private static bool IsHeld(CouponRead read, Coupon coupon, string customer) =>
        read.Reserved || read.CustomerUses.Used > 0 || coupon.RecipientIntegrationId == customer || (coupon.ImplicitlyReserved == true && coupon.RecipientIntegrationId is null);

    private async Task<IReadOnlyList<Giveaway>> GiveawaysAsync(RequestContext context, Configuration configuration, string partition, CustomerProfile profile, CancellationToken cancellation) =>
    [
        .. from giveaway in await _giveaways.ReadAsync(partition, cancellation)
           let pool = configuration.GiveawayPools.Find(giveaway.PoolId)
           where pool is not null && Subscription.Includes(pool.SubscribedApplicationsIds, context.ApplicationId)
           select giveaway with { ProfileId = profile.Id },
    ];

    private static async Task<IReadOnlyList<T>> EachAsync<T>(IReadOnlyList<string> partitions, Func<string, Task<T?>> readAsync)
        where T : class
    {
        var found = new List<T>();
        foreach (var batch in partitions.Chunk(MostSideBySide))
            found.AddRange((await Task.WhenAll(batch.Select(readAsync))).OfType<T>());
        return found;
    }
}
