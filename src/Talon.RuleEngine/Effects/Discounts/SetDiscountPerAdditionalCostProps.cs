namespace Talon.RuleEngine;

/// <summary>Effect <c>setDiscountPerAdditionalCost</c>.</summary>
/// <param name="Name">What the discount is called.</param>
/// <param name="AdditionalCostId">The id of the additional cost.</param>
/// <param name="AdditionalCost">The API name of the additional cost.</param>
/// <param name="Value">The discount, in money.</param>
/// <param name="DesiredValue">What it would be without budgets; null unless partial grants are on.</param>
public sealed record SetDiscountPerAdditionalCostProps(
    string Name,
    long AdditionalCostId,
    string AdditionalCost,
    decimal Value,
    decimal? DesiredValue = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "setDiscountPerAdditionalCost";
}
