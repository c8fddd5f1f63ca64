namespace Talon.RuleEngine;

/// <summary>Effect <c>rollbackReferral</c>.</summary>
/// <param name="Value">The code whose redemption was undone.</param>
public sealed record RollbackReferralProps(string Value) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "rollbackReferral";
}
