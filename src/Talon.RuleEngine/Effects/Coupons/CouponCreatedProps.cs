namespace Talon.RuleEngine;

/// <summary>Effect <c>couponCreated</c>.</summary>
/// <param name="Value">New coupon code.</param>
/// <param name="ProfileId">Recipient integration ID.</param>
public sealed record CouponCreatedProps(string Value, string ProfileId) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "couponCreated";
}
