namespace Talon.RuleEngine;

/// <summary>Effect <c>acceptCoupon</c>.</summary>
/// <param name="Value">The code.</param>
public sealed record AcceptCouponProps(string Value) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "acceptCoupon";
}
