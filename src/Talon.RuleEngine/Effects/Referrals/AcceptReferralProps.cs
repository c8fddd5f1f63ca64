namespace Talon.RuleEngine;

/// <summary>Effect <c>acceptReferral</c>.</summary>
/// <param name="Value">The code.</param>
public sealed record AcceptReferralProps(string Value) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "acceptReferral";
}
