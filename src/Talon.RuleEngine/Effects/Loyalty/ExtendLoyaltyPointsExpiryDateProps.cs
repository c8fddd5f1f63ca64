namespace Talon.RuleEngine;

/// <summary>Effect <c>extendLoyaltyPointsExpiryDate</c>.</summary>
/// <param name="ProgramId">The loyalty programme.</param>
/// <param name="SubLedgerId">The subledger; "" for the main one.</param>
/// <param name="ExtensionDuration">By how long: a whole number and s, m, h, D, W, M or Y, such as <c>30D</c>.</param>
/// <param name="AffectedTransactions">The transactions that changed.</param>
/// <param name="PreviousExpirationDate">The earliest old expiry among them; null when there are none.</param>
public sealed record ExtendLoyaltyPointsExpiryDateProps(
    long ProgramId,
    string SubLedgerId,
    string ExtensionDuration,
    IReadOnlyList<LoyaltyLedgerEntryExpiryDateChange>? AffectedTransactions = null,
    DateTimeOffset? PreviousExpirationDate = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "extendLoyaltyPointsExpiryDate";
}
