namespace Talon.RuleEngine.Carts;

/// <summary>One unit of a cart line, or the whole line when the Application does not flatten.</summary>
internal sealed class CartUnit(CartItemFacts line, int subPosition, int quantity)
{
    private Dictionary<string, decimal>? _costReductions;
    private decimal _priceReduction;
    private decimal _costsReduction;

    public CartItemFacts Line { get; } = line;

    /// <summary>The unit's place in its line, from 0.</summary>
    public int SubPosition { get; } = subPosition;

    /// <summary>1, or the line's quantity when the Application does not flatten.</summary>
    public int Quantity { get; } = quantity;

    /// <summary>Its place in <see cref="Cart.Units"/>.</summary>
    public int Index { get; init; }

    /// <summary>Price of one piece, less what earlier campaigns took off under cascading discounts.</summary>
    public decimal Price => _priceReduction == 0 ? Line.Price : Math.Max(0, Line.Price - _priceReduction / Quantity);

    /// <summary>An additional cost of one piece, likewise; null when the item does not carry it.</summary>
    public decimal? Cost(string name) =>
        !Line.AdditionalCosts.TryGetValue(name, out var cost) ? null
        : _costReductions is null ? cost
        : Math.Max(0, cost - _costReductions.GetValueOrDefault(name) / Quantity);

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
            return Math.Max(0, total * Quantity - _costsReduction);
        }
    }

    /// <summary>Price times quantity.</summary>
    public decimal PriceTotal => Price * Quantity;

    /// <summary>Takes an amount off the price that later campaigns see; a negative amount gives it back.</summary>
    public void ReducePrice(decimal amount) => _priceReduction += amount;

    /// <summary>Takes an amount off all costs together that later campaigns see; a negative amount gives it back.</summary>
    public void ReduceCosts(decimal amount) => _costsReduction += amount;

    /// <summary>Takes an amount off a cost that later campaigns see; a negative amount gives it back.</summary>
    public void ReduceCost(string name, decimal amount)
    {
        _costReductions ??= [];
        _costReductions[name] = _costReductions.GetValueOrDefault(name) + amount;
    }
}
