using System.Globalization;
using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Spreads an amount over units, by price and independent of the order of lines.</summary>
internal static class UnitGrant
{
    /// <summary>The parts in the order of the units.</summary>
    public static decimal[] Spread(decimal amount, IReadOnlyList<CartUnit> units, int digits)
    {
        var order = Enumerable.Range(0, units.Count).ToArray();
        Array.Sort(order, (a, b) => CanonicalOrder.Descending.Compare(units[a], units[b]));
        var weights = Array.ConvertAll(order, i => units[i].PriceTotal);
        var spread = RuleEngine.Spread.ByWeight(amount, weights, digits);
        var parts = new decimal[units.Count];
        for (var i = 0; i < order.Length; i++)
            parts[order[i]] = spread[i];
        return parts;
    }

    private static readonly string[] Suffixes = [.. Enumerable.Range(0, 1000).Select(position => "#" + position.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The name of a discount on a unit: the label and the line.</summary>
    public static string Label(string name, CartUnit unit)
    {
        var position = unit.Line.Position;
        return name + ((uint)position < (uint)Suffixes.Length ? Suffixes[position] : "#" + position.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The units of a list on which something may be granted.</summary>
    public static List<CartUnit> Admitted(Scope scope, ValueList list)
    {
        scope.Step(list.Count);
        var units = new List<CartUnit>(list.Count);
        foreach (ref readonly var element in list.Span)
            if (scope.Admits((CartUnit)element.Entity))
                units.Add((CartUnit)element.Entity);
        return units;
    }
}
