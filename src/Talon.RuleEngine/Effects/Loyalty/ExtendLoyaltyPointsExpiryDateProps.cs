namespace Talon.RuleEngine;

/// <summary>Effect <c>extendLoyaltyPointsExpiryDate</c>.</summary>
/// <param name="ProgramId">Loyalty programme.</param>
/// <param name="SubLedgerId">Subledger; "" = main.</param>
/// <param name="ExtensionDuration">e.g. 30s 40m 1h 5D 7W 10M 15Y.</param>
/// <param name="AffectedTransactions">Changed transactions.</param>
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
