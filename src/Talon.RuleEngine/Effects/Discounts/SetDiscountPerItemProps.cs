namespace Talon.RuleEngine;

/// <summary>Effect <c>setDiscountPerItem</c>.</summary>
/// <param name="Name">Label with "#" and the position appended.</param>
/// <param name="Value">Money off this unit.</param>
/// <param name="Position">Line index in cartItems.</param>
/// <param name="SubPosition">Unit index in line (flattening).</param>
/// <param name="DesiredValue">Unbudgeted value; partial rewards only.</param>
/// <param name="Scope">price, additionalCosts or itemTotal.</param>
/// <param name="TotalDiscount">Pro rata: whole discount.</param>
/// <param name="DesiredTotalDiscount">Pro rata: whole unbudgeted discount.</param>
/// <param name="BundleIndex">Which bundle instance.</param>
/// <param name="BundleName">Bundle definition.</param>
/// <param name="TargetedItemPosition">Bundle item used as base.</param>
/// <param name="TargetedItemSubPosition">Its unit index.</param>
/// <param name="ExcludedFromPriceHistory">Keep out of price history.</param>
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
