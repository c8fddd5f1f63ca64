namespace Talon.RuleEngine;

/// <summary>Effect <c>rollbackCoupon</c>.</summary>
/// <param name="Value">The code whose redemption was undone.</param>
public sealed record RollbackCouponProps(string Value) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "rollbackCoupon";
}
