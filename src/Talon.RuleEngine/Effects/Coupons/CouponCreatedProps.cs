namespace Talon.RuleEngine;

/// <summary>Effect <c>couponCreated</c>.</summary>
/// <param name="Value">The new code.</param>
/// <param name="ProfileId">The integrator's id of the recipient, or of the customer where none is named; "" without either.</param>
public sealed record CouponCreatedProps(string Value, string ProfileId) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "couponCreated";
}
