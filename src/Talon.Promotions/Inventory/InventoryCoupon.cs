namespace Talon.Promotions;

/// <summary>A coupon in the inventory of a customer.</summary>
public sealed record InventoryCoupon : Coupon
{
    /// <summary>Makes it of a coupon with its counters.</summary>
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    internal InventoryCoupon(IntegrationCoupon coupon, string state)
        : base(coupon) => (ProfileRedemptionCount, State) = (coupon.ProfileRedemptionCount, state);

    /// <summary>Redemptions by this customer.</summary>
    public long ProfileRedemptionCount { get; }

    /// <summary><c>active</c>, <c>used</c>, <c>expired</c>, <c>pending</c> or <c>disabled</c>.</summary>
    public string State { get; }

    /// <summary>The state of a coupon: what is used up or over is so, whatever its campaign does.</summary>
    /// <param name="coupon">The coupon as the customer sees it.</param>
    /// <param name="campaign">Its campaign; null when that is deleted.</param>
    /// <param name="now">The moment.</param>
    public static string StateOf(IntegrationCoupon coupon, Campaign? campaign, DateTimeOffset now)
    {
        if (coupon.StartDate > now)
            return "pending";
        if ((coupon.UsageLimit > 0 && coupon.UsageCounter >= coupon.UsageLimit) || coupon.DiscountRemainder <= 0)
            return "used";
        if (coupon.ExpiryDate <= now)
            return coupon.ProfileRedemptionCount > 0 ? "used" : "expired";
        return campaign is { State: CampaignState.Enabled } && !(campaign.EndTime <= now) ? "active" : "disabled";
    }
}
