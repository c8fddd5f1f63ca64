namespace Talon.RuleEngine;

/// <summary>Effect <c>rollbackDiscount</c>.</summary>
/// <param name="Name">What the discount was called.</param>
/// <param name="Value">The discount taken back, in money.</param>
/// <param name="CartItemPosition">For a discount on a unit, index of its line in the cart, from 0.</param>
/// <param name="CartItemSubPosition">Index of the unit in its line, from 0.</param>
/// <param name="AdditionalCostId">The id of the additional cost.</param>
/// <param name="AdditionalCost">The API name of the additional cost.</param>
/// <param name="Scope">What the discount was taken off.</param>
public sealed record RollbackDiscountProps(
    string Name,
    decimal Value,
    int? CartItemPosition = null,
    int? CartItemSubPosition = null,
    long? AdditionalCostId = null,
    string? AdditionalCost = null,
    string? Scope = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "rollbackDiscount";
}
