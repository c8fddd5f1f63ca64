namespace Talon.RuleEngine;

/// <summary>Effect <c>rollbackAddedLoyaltyPoints</c>.</summary>
/// <param name="ProgramId">Loyalty programme.</param>
/// <param name="SubLedgerId">Subledger; "" = main.</param>
/// <param name="Value">Points taken back.</param>
/// <param name="RecipientIntegrationId">Only this customer may use/receive.</param>
/// <param name="TransactionUUID">Point transaction id.</param>
/// <param name="CartItemPosition">Line index.</param>
/// <param name="CartItemSubPosition">Unit index in line.</param>
/// <param name="CardIdentifier">Loyalty card.</param>
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
