namespace Talon.RuleEngine;

/// <summary>Effect <c>setLoyaltyPointsExpiryDate</c>.</summary>
/// <param name="ProgramId">Loyalty programme.</param>
/// <param name="SubLedgerId">Subledger; "" = main.</param>
/// <param name="NewExpiryDate">New expiry.</param>
/// <param name="AffectedTransactions">Changed transactions.</param>
public sealed record SetLoyaltyPointsExpiryDateProps(
    long ProgramId,
    string SubLedgerId,
    DateTimeOffset NewExpiryDate,
    IReadOnlyList<LoyaltyLedgerEntryExpiryDateChange>? AffectedTransactions = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "setLoyaltyPointsExpiryDate";
}
