namespace Talon.RuleEngine;

/// <summary>Effect <c>deductLoyaltyPoints</c>.</summary>
/// <param name="RuleTitle">Rule title.</param>
/// <param name="ProgramId">Loyalty programme.</param>
/// <param name="SubLedgerId">Subledger; "" = main.</param>
/// <param name="Value">Points taken.</param>
/// <param name="TransactionUUID">Point transaction id.</param>
/// <param name="Name">Reason.</param>
/// <param name="CardIdentifier">Loyalty card.</param>
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
