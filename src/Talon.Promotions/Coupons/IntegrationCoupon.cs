namespace Talon.Promotions;

/// <summary>A coupon as one customer sees it.</summary>
public sealed record IntegrationCoupon : Coupon
{
    /// <summary>Redemptions by this customer.</summary>
    public required long ProfileRedemptionCount { get; init; }
}
