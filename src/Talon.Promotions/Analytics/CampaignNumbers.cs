using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>What a campaign brought and cost in some time. Money and points are net: what was undone is no longer in them.</summary>
public sealed record CampaignNumbers
{
    /// <summary>Nothing.</summary>
    public static CampaignNumbers None { get; } = new();

    /// <summary>Closed sessions in which the campaign granted something.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Sessions { get; init; }

    /// <summary>What those sessions cost before discounts, without the returned units.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal Revenue { get; init; }

    /// <summary>Revenue that cancellations and returns took out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal Refund { get; init; }

    /// <summary>Discounts that stand.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal Discounts { get; init; }

    /// <summary>Discounts that cancellations and returns rolled back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal RefundedDiscounts { get; init; }

    /// <summary>Free items given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long FreeItems { get; init; }

    /// <summary>Coupon redemptions that stand.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long CouponRedemptions { get; init; }

    /// <summary>Coupon redemptions that cancellations rolled back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long RolledBackCouponRedemptions { get; init; }

    /// <summary>Referral redemptions that stand.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long ReferralRedemptions { get; init; }

    /// <summary>Coupons that rules created.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long CouponsCreated { get; init; }

    /// <summary>Referrals that rules created.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long ReferralsCreated { get; init; }

    /// <summary>Points granted that were not taken back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal AddedPoints { get; init; }

    /// <summary>Points spent that were not given back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal DeductedPoints { get; init; }

    /// <summary>Both together.</summary>
    public static CampaignNumbers operator +(CampaignNumbers left, CampaignNumbers right) => Add(left, right);

    /// <summary>Both together.</summary>
    public static CampaignNumbers Add(CampaignNumbers left, CampaignNumbers right) => left.Plus(right, 1);

    /// <summary>One without the other.</summary>
    public static CampaignNumbers operator -(CampaignNumbers left, CampaignNumbers right) => Subtract(left, right);

    /// <summary>One without the other.</summary>
    public static CampaignNumbers Subtract(CampaignNumbers left, CampaignNumbers right) => left.Plus(right, -1);

    private CampaignNumbers Plus(CampaignNumbers other, int sign) => new()
    {
        Sessions = Sessions + sign * other.Sessions,
        Revenue = Revenue + sign * other.Revenue,
        Refund = Refund + sign * other.Refund,
        Discounts = Discounts + sign * other.Discounts,
        RefundedDiscounts = RefundedDiscounts + sign * other.RefundedDiscounts,
        FreeItems = FreeItems + sign * other.FreeItems,
        CouponRedemptions = CouponRedemptions + sign * other.CouponRedemptions,
        RolledBackCouponRedemptions = RolledBackCouponRedemptions + sign * other.RolledBackCouponRedemptions,
        ReferralRedemptions = ReferralRedemptions + sign * other.ReferralRedemptions,
        CouponsCreated = CouponsCreated + sign * other.CouponsCreated,
        ReferralsCreated = ReferralsCreated + sign * other.ReferralsCreated,
        AddedPoints = AddedPoints + sign * other.AddedPoints,
        DeductedPoints = DeductedPoints + sign * other.DeductedPoints,
    };
}
