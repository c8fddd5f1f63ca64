namespace Talon.RuleEngine;

/// <summary>Effect <c>referralCreated</c>.</summary>
/// <param name="Value">The new code.</param>
public sealed record ReferralCreatedProps(string Value) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "referralCreated";
}
