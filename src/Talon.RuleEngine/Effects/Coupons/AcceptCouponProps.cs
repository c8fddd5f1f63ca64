namespace Talon.RuleEngine;

/// <summary>Effect <c>acceptCoupon</c>.</summary>
/// <param name="Value">Coupon code accepted.</param>
public sealed record AcceptCouponProps(string Value) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "acceptCoupon";
}
