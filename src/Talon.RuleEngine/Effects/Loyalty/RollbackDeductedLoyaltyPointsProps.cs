namespace Talon.RuleEngine;

/// <summary>Effect <c>rollbackDeductedLoyaltyPoints</c>.</summary>
/// <param name="ProgramId">The loyalty programme.</param>
/// <param name="SubLedgerId">The subledger; "" for the main one.</param>
/// <param name="Value">Points given back.</param>
/// <param name="RecipientIntegrationId">The integrator's id of the customer who gets them back; "" where only a card does.</param>
/// <param name="TransactionUUID">The transaction in the ledger.</param>
/// <param name="StartDate">First moment at which they count; null for at once.</param>
/// <param name="ExpiryDate">First moment at which they no longer count; null for never.</param>
/// <param name="CardIdentifier">The loyalty card; null where points belong to customers.</param>
public sealed record RollbackDeductedLoyaltyPointsProps(
    long ProgramId,
    string SubLedgerId,
    decimal Value,
    string RecipientIntegrationId,
    string TransactionUUID,
    DateTimeOffset? StartDate = null,
    DateTimeOffset? ExpiryDate = null,
    string? CardIdentifier = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "rollbackDeductedLoyaltyPoints";
}
