namespace Talon.RuleEngine;

/// <summary>Effect <c>setLoyaltyPointsExpiryDate</c>.</summary>
/// <param name="ProgramId">The loyalty programme.</param>
/// <param name="SubLedgerId">The subledger; "" for the main one.</param>
/// <param name="NewExpiryDate">First moment at which they no longer count.</param>
/// <param name="AffectedTransactions">The transactions that changed.</param>
public sealed record SetLoyaltyPointsExpiryDateProps(
    long ProgramId,
    string SubLedgerId,
    DateTimeOffset NewExpiryDate,
    IReadOnlyList<LoyaltyLedgerEntryExpiryDateChange>? AffectedTransactions = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "setLoyaltyPointsExpiryDate";
}
