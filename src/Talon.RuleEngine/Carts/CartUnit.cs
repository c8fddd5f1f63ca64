namespace Talon.RuleEngine.Carts;

/// <summary>One unit of a cart line, or the whole line when the Application does not flatten.</summary>
internal sealed class CartUnit(CartItemFacts line, int subPosition, int quantity, int index)
{
    private Reductions? _reductions;

    public CartItemFacts Line { get; } = line;

    /// <summary>The unit's place in its line, from 0.</summary>
    public int SubPosition { get; } = subPosition;

    /// <summary>1, or the line's quantity when the Application does not flatten.</summary>
    public int Quantity { get; } = quantity;

    /// <summary>Its place in <see cref="Cart.Units"/>.</summary>
    public int Index { get; } = index;

    /// <summary>Price of one piece, less what earlier campaigns took off under cascading discounts.</summary>
    public decimal Price => _reductions is null ? Line.Price : Math.Max(0, Line.Price - _reductions.Prices / Quantity);

    /// <summary>Price times quantity.</summary>
    public decimal PriceTotal => Quantity == 1 ? Price : Price * Quantity;

    /// <summary>All additional costs of the unit.</summary>
    public decimal CostTotal
    {
        get
        {
            if (Line.AdditionalCosts.Count == 0)
                return 0;
            var total = 0m;
            foreach (var name in Line.AdditionalCosts.Keys)
                total += Cost(name)!.Value;
            total *= Quantity;
            return _reductions is null ? total : Math.Max(0, total - _reductions.Costs);
        }
    }

    /// <summary>An additional cost of one piece, less what earlier campaigns took off; null when the item does not carry it.</summary>
    public decimal? Cost(string name) =>
        !Line.AdditionalCosts.TryGetValue(name, out var cost) ? null
        : _reductions is null ? cost
        : Math.Max(0, cost - _reductions.Cost(name) / Quantity);

    /// <summary>Lets later campaigns see less; a negative amount takes it back.</summary>
    public void Reduce(in Reduction reduction) => (_reductions ??= new()).Add(reduction);
}
