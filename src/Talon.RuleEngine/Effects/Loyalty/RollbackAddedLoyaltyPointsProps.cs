namespace Talon.RuleEngine;

/// <summary>Effect <c>rollbackAddedLoyaltyPoints</c>.</summary>
/// <param name="ProgramId">The loyalty programme.</param>
/// <param name="SubLedgerId">The subledger; "" for the main one.</param>
/// <param name="Value">Points taken back.</param>
/// <param name="RecipientIntegrationId">The integrator's id of the customer who had them; "" where only a card had.</param>
/// <param name="TransactionUUID">The transaction in the ledger.</param>
/// <param name="CartItemPosition">Index of the line in the cart, from 0.</param>
/// <param name="CartItemSubPosition">Index of the unit in its line, from 0.</param>
/// <param name="CardIdentifier">The loyalty card; null where points belong to customers.</param>
public sealed record RollbackAddedLoyaltyPointsProps(
    long ProgramId,
    string SubLedgerId,
    decimal Value,
    string RecipientIntegrationId,
    string TransactionUUID,
    int? CartItemPosition = null,
    int? CartItemSubPosition = null,
    string? CardIdentifier = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "rollbackAddedLoyaltyPoints";
}
