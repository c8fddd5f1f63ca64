namespace Talon.RuleEngine;

/// <summary>Effect <c>setDiscountPerAdditionalCost</c>.</summary>
/// <param name="Name">Discount label.</param>
/// <param name="AdditionalCostId">Additional cost id.</param>
/// <param name="AdditionalCost">Additional cost API name.</param>
/// <param name="Value">Value.</param>
/// <param name="DesiredValue">Unbudgeted value; partial rewards only.</param>
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
