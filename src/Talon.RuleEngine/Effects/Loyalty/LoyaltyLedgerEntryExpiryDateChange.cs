namespace Talon.RuleEngine;

/// <summary>How one ledger entry's expiry moved.</summary>
/// <param name="TransactionUUID">The transaction in the ledger.</param>
/// <param name="NewExpiryDate">When it expires now.</param>
/// <param name="PreviousExpiryDate">When it would have expired; null for never.</param>
public sealed record LoyaltyLedgerEntryExpiryDateChange(
    string TransactionUUID,
    DateTimeOffset NewExpiryDate,
    DateTimeOffset? PreviousExpiryDate = null);
