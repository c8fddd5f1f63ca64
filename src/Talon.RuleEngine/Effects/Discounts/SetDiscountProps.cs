namespace Talon.RuleEngine;

/// <summary>Effect <c>setDiscount</c>.</summary>
/// <param name="Name">Discount label; same label overwrites.</param>
/// <param name="Value">Money off, after budget cut.</param>
/// <param name="Scope">cartItems, additionalCosts or sessionTotal; only when cascading on.</param>
/// <param name="DesiredValue">Unbudgeted value; partial rewards only.</param>
public sealed record SetDiscountProps(
    string Name,
    decimal Value,
    string? Scope = null,
    decimal? DesiredValue = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "setDiscount";
}
