namespace Talon.RuleEngine;

/// <summary>Effect <c>setDiscountPerAdditionalCostPerItem</c>.</summary>
/// <param name="Name">Label with "#" and the position appended.</param>
/// <param name="AdditionalCostId">Additional cost id.</param>
/// <param name="Value">Value.</param>
/// <param name="Position">Line index in cartItems.</param>
/// <param name="SubPosition">Unit index in line (flattening).</param>
/// <param name="AdditionalCost">Additional cost API name.</param>
/// <param name="DesiredValue">Unbudgeted value; partial rewards only.</param>
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
