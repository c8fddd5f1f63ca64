namespace Talon.RuleEngine;

/// <summary>Effect <c>addFreeItem</c>.</summary>
/// <param name="Sku">The SKU to add at no price.</param>
/// <param name="Name">What the effect is called.</param>
/// <param name="DesiredQuantity">Units wanted, where fewer are given.</param>
public sealed record AddFreeItemProps(
    string Sku,
    string Name,
    int? DesiredQuantity = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "addFreeItem";
}
