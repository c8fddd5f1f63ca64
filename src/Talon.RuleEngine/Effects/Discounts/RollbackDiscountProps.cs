namespace Talon.RuleEngine;

/// <summary>Effect <c>rollbackDiscount</c>.</summary>
/// <param name="Name">Label of undone discount.</param>
/// <param name="Value">Money undone.</param>
/// <param name="CartItemPosition">Line index (per-item discounts).</param>
/// <param name="CartItemSubPosition">Unit index in line.</param>
/// <param name="AdditionalCostId">Additional cost id.</param>
/// <param name="AdditionalCost">Additional cost API name.</param>
/// <param name="Scope">What the discount hits.</param>
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
