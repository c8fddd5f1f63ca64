namespace Talon.RuleEngine;

/// <summary>Effect <c>acceptReferral</c>.</summary>
/// <param name="Value">Referral code accepted.</param>
public sealed record AcceptReferralProps(string Value) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "acceptReferral";
}
