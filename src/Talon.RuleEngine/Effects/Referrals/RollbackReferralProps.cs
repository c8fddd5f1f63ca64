namespace Talon.RuleEngine;

/// <summary>Effect <c>rollbackReferral</c>.</summary>
/// <param name="Value">Referral code undone.</param>
public sealed record RollbackReferralProps(string Value) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "rollbackReferral";
}
