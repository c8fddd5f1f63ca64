namespace Talon.RuleEngine.Tests.Reference;

/// <summary>The units of a cart, and its totals as the campaign at hand sees them.</summary>
internal sealed class ReferenceCart(SessionFacts session)
{
    public IReadOnlyList<ReferenceUnit> Units { get; } =
        [.. session.Items.SelectMany(line => Enumerable.Range(0, line.Quantity), (line, sub) => new ReferenceUnit(line, sub))];

    /// <summary>What earlier campaigns took off the session as a whole.</summary>
    public decimal SessionReduction { get; set; }

    /// <summary>What earlier campaigns took off all items together.</summary>
    public decimal ItemsReduction { get; set; }

    public decimal ItemTotal => Math.Max(0, Units.Sum(unit => unit.Price) - ItemsReduction);

    public decimal Total => Math.Max(0, ItemTotal + session.AdditionalCosts.Values.Sum() - SessionReduction);

    /// <summary>Cheapest first; in the generated carts, units of different lines differ in price or SKU.</summary>
    public static IEnumerable<ReferenceUnit> CheapestFirst(IEnumerable<ReferenceUnit> units) =>
        units.OrderBy(unit => unit.Price).ThenBy(unit => unit.Line.Sku, StringComparer.Ordinal).ThenBy(unit => unit.SubPosition);

    public static IEnumerable<ReferenceUnit> DearestFirst(IEnumerable<ReferenceUnit> units) =>
        units.OrderByDescending(unit => unit.Price).ThenBy(unit => unit.Line.Sku, StringComparer.Ordinal).ThenBy(unit => unit.SubPosition);
}
