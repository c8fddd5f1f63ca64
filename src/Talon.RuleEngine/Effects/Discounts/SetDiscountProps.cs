namespace Talon.RuleEngine;

/// <summary>Effect <c>setDiscount</c>.</summary>
/// <param name="Name">What the discount is called.</param>
/// <param name="Value">The discount, in money.</param>
/// <param name="Scope">cartItems, additionalCosts or sessionTotal; null unless discounts cascade.</param>
/// <param name="DesiredValue">What it would be without budgets; null unless partial grants are on.</param>
public sealed record SetDiscountProps(
    string Name,
    decimal Value,
    string? Scope = null,
    decimal? DesiredValue = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "setDiscount";
}
