namespace Talon.RuleEngine;

/// <summary>Effect <c>reserveCoupon</c>.</summary>
/// <param name="CouponValue">The code.</param>
/// <param name="ProfileIntegrationId">The integrator's id of the customer.</param>
/// <param name="IsNewReservation">Whether it was not reserved for the customer before.</param>
public sealed record ReserveCouponProps(
    string CouponValue,
    string ProfileIntegrationId,
    bool IsNewReservation) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "reserveCoupon";
}
