namespace Talon.RuleEngine;

/// <summary>Effect <c>reserveCoupon</c>.</summary>
/// <param name="CouponValue">Coupon code.</param>
/// <param name="ProfileIntegrationId">Customer integration ID.</param>
/// <param name="IsNewReservation">false if already reserved.</param>
public sealed record ReserveCouponProps(
    string CouponValue,
    string ProfileIntegrationId,
    bool IsNewReservation) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "reserveCoupon";
}
