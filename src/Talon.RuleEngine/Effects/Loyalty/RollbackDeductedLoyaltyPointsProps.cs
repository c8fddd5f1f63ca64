namespace Talon.RuleEngine;

/// <summary>Effect <c>rollbackDeductedLoyaltyPoints</c>.</summary>
/// <param name="ProgramId">Loyalty programme.</param>
/// <param name="SubLedgerId">Subledger; "" = main.</param>
/// <param name="Value">Points given back.</param>
/// <param name="RecipientIntegrationId">Only this customer may use/receive.</param>
/// <param name="StartDate">Valid from.</param>
/// <param name="ExpiryDate">Valid until; absent = never expires.</param>
/// <param name="TransactionUUID">Point transaction id.</param>
/// <param name="CardIdentifier">Loyalty card.</param>
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
