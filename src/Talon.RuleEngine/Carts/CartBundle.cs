using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Carts;

/// <summary>Units that were put together by <c>bundles</c>.</summary>
internal sealed class CartBundle(int index, ValueList items)
{
    /// <summary>Its place among the bundles of one call, from 0.</summary>
    public int Index { get; } = index;

    public ValueList Items { get; } = items;

    /// <summary>The binding that made it, if it has a name.</summary>
    public string? Name { get; set; }

    /// <summary>Sum of the units' prices.</summary>
    public decimal Total
    {
        get
        {
            var total = 0m;
            foreach (ref readonly var unit in Items.Span)
                total += ((CartUnit)unit.Entity).PriceTotal;
            return total;
        }
    }
}

/// <summary>One <c>take</c> of a bundle: how many units of which list.</summary>
internal sealed record BundlePart(ValueList Items, int Quantity);
