namespace Talon.RuleEngine;

/// <summary>Effect <c>setDiscountPerAdditionalCostPerItem</c>.</summary>
/// <param name="Name">What the discount is called, with # and the line's index behind it.</param>
/// <param name="AdditionalCostId">The id of the additional cost.</param>
/// <param name="Value">The discount on this unit's cost, in money.</param>
/// <param name="Position">Index of the line in the cart, from 0.</param>
/// <param name="AdditionalCost">The API name of the additional cost.</param>
/// <param name="SubPosition">Index of the unit in its line, from 0; null when the Application does not flatten.</param>
/// <param name="DesiredValue">What it would be without budgets; null unless partial grants are on.</param>
public sealed record SetDiscountPerAdditionalCostPerItemProps(
    string Name,
    long AdditionalCostId,
    decimal Value,
    int Position,
    string AdditionalCost,
    int? SubPosition = null,
    decimal? DesiredValue = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "setDiscountPerAdditionalCostPerItem";
}
