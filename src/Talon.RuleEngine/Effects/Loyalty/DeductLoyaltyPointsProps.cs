namespace Talon.RuleEngine;

/// <summary>Effect <c>deductLoyaltyPoints</c>.</summary>
/// <param name="RuleTitle">The title of the rule.</param>
/// <param name="ProgramId">The loyalty programme.</param>
/// <param name="SubLedgerId">The subledger; "" for the main one.</param>
/// <param name="Value">Points taken, zero or more.</param>
/// <param name="TransactionUUID">The transaction in the ledger.</param>
/// <param name="Name">The reason, as customers read it.</param>
/// <param name="CardIdentifier">The loyalty card; null where points belong to customers.</param>
public sealed record DeductLoyaltyPointsProps(
    string RuleTitle,
    long ProgramId,
    string SubLedgerId,
    decimal Value,
    string TransactionUUID,
    string Name,
    string? CardIdentifier = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "deductLoyaltyPoints";
}
