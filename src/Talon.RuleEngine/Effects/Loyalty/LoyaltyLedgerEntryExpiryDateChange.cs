namespace Talon.RuleEngine;

/// <summary>How one ledger entry's expiry moved.</summary>
/// <param name="TransactionUUID">Point transaction id.</param>
/// <param name="PreviousExpiryDate">Old expiry.</param>
/// <param name="NewExpiryDate">New expiry.</param>
public sealed record LoyaltyLedgerEntryExpiryDateChange(
    string TransactionUUID,
    DateTimeOffset NewExpiryDate,
    DateTimeOffset? PreviousExpiryDate = null);
