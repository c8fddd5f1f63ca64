using System.Text.Json;

namespace Talon.Promotions;

/// <summary>Creates, searches, changes and deletes coupons, once they are checked.</summary>
public sealed class CouponSetup(ConfigurationStore configurations, CouponService coupons, TimeProvider clock)
{
    /// <summary>Most coupons created by one call.</summary>
    public const int MostAtOnce = 20_000;

    /// <summary>Most recipients of one call.</summary>
    public const int MostRecipients = 1_000;

    /// <summary>Creates coupons in a campaign, whose pattern and coupon attributes stand in for what the request leaves out.</summary>
    /// <param name="applicationId">The Application.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="request">What they are like.</param>
    /// <param name="recipients">One customer for each coupon; null when they are not for one customer each.</param>
    /// <param name="cancellation">Gives up; some coupons may exist then.</param>
    public async Task<IReadOnlyList<Coupon>> CreateAsync(
        long applicationId, long campaignId, NewCoupons request, IReadOnlyList<string>? recipients = null, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        var campaign = configuration.RequireCampaign(applicationId, campaignId);
        var whole = request with
        {
            NumberOfCoupons = recipients?.Count ?? request.NumberOfCoupons,
            CouponPattern = request.CouponPattern ?? campaign.CouponSettings?.CouponPattern,
            ValidCharacters = request.ValidCharacters ?? campaign.CouponSettings?.ValidCharacters,
            Attributes = campaign.CouponAttributes is { } defaults ? JsonObject.Merge(defaults, request.Attributes) : request.Attributes,
        };
        CouponChecks.Check(configuration.For(applicationId), whole, recipients is not null);
        return await coupons.CreateAsync(configuration.RequireApplication(applicationId), campaignId, whole, clock.GetUtcNow(), recipients, cancellation);
    }

    /// <summary>A page of a campaign's coupons in the order of their creation, and whether there are more.</summary>
    public async Task<(IReadOnlyList<Coupon> Page, bool HasMore)> SearchAsync(
        long applicationId, long campaignId, CouponFilter filter, int skip, int take, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        configuration.RequireCampaign(applicationId, campaignId);
        var application = configuration.RequireApplication(applicationId);
        var wanted = filter is { ExactMatch: true, Value: { } code } ? filter with { Value = application.NormalizeCode(code) } : filter;
        var now = clock.GetUtcNow();
        List<Coupon> page = [];
        await foreach (var coupon in CandidatesAsync(application, campaignId, wanted, cancellation))
        {
            if (!wanted.Admits(coupon, now) || skip-- > 0)
                continue;
            if (page.Count == take)
                return (page, true);
            page.Add(coupon);
        }

        return (page, false);
    }

    /// <summary>Changes a coupon.</summary>
    public async Task<Coupon> UpdateAsync(long applicationId, long campaignId, long couponId, CouponEdit edit, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        configuration.RequireCampaign(applicationId, campaignId);
        CouponChecks.Check(configuration.For(applicationId), edit);
        return await coupons.EditAsync(configuration.RequireApplication(applicationId), campaignId, couponId, edit.Apply, cancellation) ?? throw Missing(couponId);
    }

    /// <summary>Deletes a coupon.</summary>
    public async Task DeleteAsync(long applicationId, long campaignId, long couponId, CancellationToken cancellation = default)
    {
        var configuration = await configurations.GetAsync(cancellation);
        configuration.RequireCampaign(applicationId, campaignId);
        if (!await coupons.DeleteAsync(configuration.RequireApplication(applicationId), campaignId, couponId, cancellation))
            throw Missing(couponId);
    }

    private async IAsyncEnumerable<Coupon> CandidatesAsync(
        Application application, long campaignId, CouponFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        if (filter is { ExactMatch: true, Value: { } code })
        {
            if (await coupons.FindAsync(application, code, cancellation) is { } found && found.CampaignId == campaignId)
                yield return found;
            yield break;
        }

        await foreach (var coupon in coupons.ListAsync(application, campaignId, cancellation))
            yield return coupon;
    }

    private static NotFoundException Missing(long id) => new($"There is no coupon {id} here");
}
