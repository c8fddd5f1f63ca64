using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>A coupon of the simulated shop.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="Request">How it is created; the pattern is the code.</param>
internal sealed record CouponPlan(long CampaignId, NewCoupons Request)
{
    /// <summary>The code.</summary>
    public string Code => Request.CouponPattern!;

    /// <summary>Draws the coupons.</summary>
    /// <param name="random">The source.</param>
    /// <param name="start">When the run begins.</param>
    public static IReadOnlyList<CouponPlan> Draw(Random random, DateTimeOffset start) =>
    [
        Plain("ONCE-1", 1),
        Plain("ONCE-2", 1),
        Plain("FEW", 2 + random.Next(4)),
        Plain("MANY", 0),
        new(CampaignPlans.Codes, New("EACH-ONCE", 0) with { Limits = [PerProfile(1)] }),
        new(CampaignPlans.Codes, New("EACH-FEW", 7) with { Limits = [PerProfile(2)] }),
        new(CampaignPlans.Codes, New("MINE", 3) with { RecipientIntegrationId = Customers.Id(0) }),
        new(CampaignPlans.Codes, New("BRIEF", 0) with { ExpiryDate = start.AddMinutes(20) }),
        new(CampaignPlans.GiftCards, New("GIFT-50", 0) with { DiscountLimit = 50 }),
        new(CampaignPlans.GiftCards, New("GIFT-500", 0) with { DiscountLimit = 500 }),
        new(CampaignPlans.GiftCards, New("GIFT-FEW", 2) with { DiscountLimit = 300 }),
    ];

    private static CouponPlan Plain(string code, long usageLimit) => new(CampaignPlans.Codes, New(code, usageLimit));

    private static NewCoupons New(string code, long usageLimit) => new() { NumberOfCoupons = 1, UsageLimit = usageLimit, CouponPattern = code };

    private static LimitConfig PerProfile(decimal limit) => new() { Action = "redeemCoupon", Limit = limit, Entities = ["Profile"] };
}
