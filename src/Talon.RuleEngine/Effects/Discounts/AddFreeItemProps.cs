namespace Talon.RuleEngine;

/// <summary>Effect <c>addFreeItem</c>.</summary>
/// <param name="Sku">SKU to add at price 0.</param>
/// <param name="Name">Effect label.</param>
/// <param name="DesiredQuantity">Quantity before partial reward.</param>
public sealed record AddFreeItemProps(
    string Sku,
    string Name,
    int? DesiredQuantity = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "addFreeItem";
}
