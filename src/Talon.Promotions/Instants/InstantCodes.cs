using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Makes the coupons and referrals that rules create.</summary>
internal sealed class InstantCodes(CouponService coupons, ReferralService referrals)
{
    /// <summary>A coupon that is not stored yet.</summary>
    public Task<NewCoupon> NewAsync(RequestContext context, ApplicationConfiguration application, CreateCouponRequest creation) => coupons.NewAsync(
        application.Application,
        application.Campaigns.GetValueOrDefault(creation.CampaignId)?.CouponSettings,
        creation.CampaignId,
        new NewCoupons
        {
            NumberOfCoupons = 1,
            UsageLimit = creation.UsageLimit ?? 1,
            DiscountLimit = creation.DiscountLimit,
            StartDate = creation.StartDate,
            ExpiryDate = creation.ExpiryDate,
            RecipientIntegrationId = creation.RecipientIntegrationId,
            CouponPattern = creation.Pattern,
            Attributes = Json(creation.Attributes),
        },
        context.Now);

    /// <summary>A referral that is not stored yet.</summary>
    public Task<NewReferral> NewAsync(RequestContext context, ApplicationConfiguration application, CreateReferralRequest creation) => referrals.NewAsync(
        application.Application,
        application.Campaigns.GetValueOrDefault(creation.CampaignId)?.ReferralSettings,
        new NewReferrals
        {
            CampaignId = creation.CampaignId,
            Advocates = [creation.AdvocateIntegrationId],
            UsageLimit = creation.UsageLimit ?? 1,
            FriendProfileIntegrationId = creation.FriendIntegrationId,
            StartDate = creation.StartDate,
            ExpiryDate = creation.ExpiryDate,
            ReferralPattern = creation.Pattern,
            Attributes = Json(creation.Attributes),
        },
        context.Now);

    /// <summary>Writes down what will be created, then creates it; a code that is taken is drawn anew.</summary>
    public async Task<(NewCoupon[] Coupons, NewReferral[] Referrals)> CreateAsync(Application application, InstantPlan plan, Func<IReadOnlyList<CreatedCode>, Task> announceAsync)
    {
        var (madeCoupons, madeReferrals) = (plan.CreatedCoupons.ToArray(), plan.CreatedReferrals.ToArray());
        var couponsLeft = Enumerable.Range(0, madeCoupons.Length).ToArray();
        var referralsLeft = Enumerable.Range(0, madeReferrals.Length).ToArray();
        while (couponsLeft.Length + referralsLeft.Length > 0)
        {
            await announceAsync(
            [
                .. madeCoupons.Select(made => new CreatedCode(Partitions.Coupon(application.Id, made.Coupon.Value), made.Coupon.Id)),
                .. madeReferrals.Select(made => new CreatedCode(Partitions.Referral(application.Id, made.Referral.Code), made.Referral.Id, IsReferral: true)),
            ]);
            couponsLeft = await RefusedAsync(couponsLeft, i => coupons.InsertOneAsync(application.Id, madeCoupons[i].Coupon));
            referralsLeft = await RefusedAsync(referralsLeft, i => referrals.InsertOneAsync(application.Id, madeReferrals[i].Referral));
            foreach (var i in couponsLeft)
                madeCoupons[i] = coupons.Redraw(application, madeCoupons[i]);
            foreach (var i in referralsLeft)
                madeReferrals[i] = referrals.Redraw(application, madeReferrals[i]);
        }

        return (madeCoupons, madeReferrals);
    }

    private static async Task<int[]> RefusedAsync(int[] indices, Func<int, Task<bool>> insertAsync)
    {
        var inserted = await Task.WhenAll(indices.Select(insertAsync));
        return [.. indices.Where((_, at) => !inserted[at])];
    }

    private static JsonElement? Json(IReadOnlyDictionary<string, Value> attributes) =>
        attributes.Count == 0 ? null : JsonSerializer.SerializeToElement(attributes, RowJson.Default.IReadOnlyDictionaryStringValue);
}
