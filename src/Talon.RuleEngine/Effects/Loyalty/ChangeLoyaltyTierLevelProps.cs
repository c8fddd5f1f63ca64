namespace Talon.RuleEngine;

/// <summary>Effect <c>changeLoyaltyTierLevel</c>.</summary>
/// <param name="RuleTitle">The title of the rule.</param>
/// <param name="ProgramId">The loyalty programme.</param>
/// <param name="SubLedgerId">The subledger; "" for the main one.</param>
/// <param name="NewTierName">The tier reached.</param>
/// <param name="PreviousTierName">The tier held before; null for none.</param>
/// <param name="ExpiryDate">When the tier expires; null for never.</param>
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
