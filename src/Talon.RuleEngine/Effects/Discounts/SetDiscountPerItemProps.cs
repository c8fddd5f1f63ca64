namespace Talon.RuleEngine;

/// <summary>Effect <c>setDiscountPerItem</c>.</summary>
/// <param name="Name">What the discount is called, with # and the line's index behind it.</param>
/// <param name="Value">The discount on this unit, in money.</param>
/// <param name="Position">Index of the line in the cart, from 0.</param>
/// <param name="SubPosition">Index of the unit in its line, from 0; null when the Application does not flatten.</param>
/// <param name="DesiredValue">What it would be without budgets; null unless partial grants are on.</param>
/// <param name="Scope">price, additionalCosts or itemTotal; null when neither the rule nor the Application says.</param>
/// <param name="TotalDiscount">The discount on all units together, where it was spread over them.</param>
/// <param name="DesiredTotalDiscount">What that would be without budgets.</param>
/// <param name="BundleIndex">The bundle's place among those of its binding, from 0.</param>
/// <param name="BundleName">The binding that made the bundle.</param>
/// <param name="TargetedItemPosition">Index of the line that the amount was taken from, from 0.</param>
/// <param name="TargetedItemSubPosition">Index of that unit in its line, from 0.</param>
/// <param name="ExcludedFromPriceHistory">Whether it is kept out of the history of prices.</param>
public sealed record SetDiscountPerItemProps(
    string Name,
    decimal Value,
    int Position,
    int? SubPosition = null,
    decimal? DesiredValue = null,
    string? Scope = null,
    decimal? TotalDiscount = null,
    decimal? DesiredTotalDiscount = null,
    int? BundleIndex = null,
    string? BundleName = null,
    int? TargetedItemPosition = null,
    int? TargetedItemSubPosition = null,
    bool? ExcludedFromPriceHistory = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "setDiscountPerItem";
}
