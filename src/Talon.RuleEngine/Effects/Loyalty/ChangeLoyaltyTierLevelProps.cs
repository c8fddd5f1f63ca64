namespace Talon.RuleEngine;

/// <summary>Effect <c>changeLoyaltyTierLevel</c>.</summary>
/// <param name="RuleTitle">Rule title.</param>
/// <param name="ProgramId">Loyalty programme.</param>
/// <param name="SubLedgerId">Subledger; "" = main.</param>
/// <param name="PreviousTierName">Old tier.</param>
/// <param name="NewTierName">New tier.</param>
/// <param name="ExpiryDate">Valid until; absent = never expires.</param>
public sealed record ChangeLoyaltyTierLevelProps(
    string RuleTitle,
    long ProgramId,
    string SubLedgerId,
    string NewTierName,
    string? PreviousTierName = null,
    DateTimeOffset? ExpiryDate = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "changeLoyaltyTierLevel";
}
