using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Carts;

/// <summary>The session's items as units, and its totals.</summary>
internal sealed class Cart
{
    private const int MaxUnits = 100_000;

    private readonly SessionFacts? _session;
    private readonly Value[] _units;
    private decimal _itemsReduction;
    private decimal _costsReduction;
    private decimal _totalReduction;
    private decimal? _itemTotal;
    private decimal? _itemCostTotal;

    public Cart(SessionFacts? session, bool flatten)
    {
        _session = session;
        _units = session is null ? [] : Split(session.Items, flatten);
    }

    /// <summary>Every unit, in the order of lines and of units in a line.</summary>
    public ValueList Units => new(_units, 0, _units.Length);

    /// <summary>Sum of the prices, as later campaigns see it.</summary>
    public decimal ItemTotal => Math.Max(0, (_itemTotal ??= SumOfPrices()) - _itemsReduction);

    /// <summary>Sum of the items' additional costs.</summary>
    public decimal ItemCostTotal => _itemCostTotal ??= SumOfCosts();

    /// <summary>Sum of the session's own additional costs.</summary>
    public decimal SessionCostTotal
    {
        get
        {
            var total = 0m;
            if (_session is { AdditionalCosts.Count: > 0 })
                foreach (var name in _session.AdditionalCosts.Keys)
                    total += SessionCost(name)!.Value;
            return Math.Max(0, total - _costsReduction);
        }
    }

    /// <summary>Everything together.</summary>
    public decimal Total => Math.Max(0, ItemTotal + ItemCostTotal + SessionCostTotal - _totalReduction);

    private Dictionary<string, decimal>? CostReductions { get; set; }

    /// <summary>A cost of the session; null when it does not carry it.</summary>
    public decimal? SessionCost(string name) =>
        _session is null || !_session.AdditionalCosts.TryGetValue(name, out var cost) ? null
        : CostReductions is null ? cost
        : Math.Max(0, cost - CostReductions.GetValueOrDefault(name));

    /// <summary>Lets later campaigns see less; a negative amount takes it back.</summary>
    public void Reduce(in Reduction reduction)
    {
        switch (reduction.Target)
        {
            case ReductionTarget.SessionTotal:
                _totalReduction += reduction.Amount;
                break;
            case ReductionTarget.CartItems:
                _itemsReduction += reduction.Amount;
                break;
            case ReductionTarget.AdditionalCosts:
                _costsReduction += reduction.Amount;
                break;
            case ReductionTarget.SessionCost:
                CostReductions ??= [];
                CostReductions[reduction.Cost!] = CostReductions.GetValueOrDefault(reduction.Cost!) + reduction.Amount;
                break;
            case ReductionTarget.UnitPrice:
                reduction.Unit!.ReducePrice(reduction.Amount);
                _itemTotal = null;
                break;
            case ReductionTarget.UnitCosts:
                reduction.Unit!.ReduceCosts(reduction.Amount);
                _itemCostTotal = null;
                break;
            default:
                reduction.Unit!.ReduceCost(reduction.Cost!, reduction.Amount);
                _itemCostTotal = null;
                break;
        }
    }

    /// <summary>Splits lines into units; a cart far beyond the limits of the API is not split, so that it cannot fill the memory.</summary>
    private static Value[] Split(IReadOnlyList<CartItemFacts> lines, bool flatten)
    {
        var all = 0L;
        for (var i = 0; i < lines.Count; i++)
            all += flatten ? Remaining(lines[i]) : Math.Min(1, Remaining(lines[i]));
        if (all > MaxUnits && flatten)
            return Split(lines, flatten: false);

        var count = (int)all;
        var units = new Value[count];
        var next = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var remaining = Remaining(line);
            if (flatten)
            {
                for (var sub = 0; sub < remaining; sub++, next++)
                    units[next] = Value.OfEntity(new CartUnit(line, sub, 1) { Index = next });
            }
            else if (remaining > 0)
            {
                units[next] = Value.OfEntity(new CartUnit(line, 0, remaining) { Index = next });
                next++;
            }
        }

        return units;
    }

    private static int Remaining(CartItemFacts line) => Math.Max(0, line.Quantity - line.ReturnedQuantity);

    private decimal SumOfPrices()
    {
        var total = 0m;
        foreach (ref readonly var unit in _units.AsSpan())
            total += ((CartUnit)unit.Entity).PriceTotal;
        return total;
    }

    private decimal SumOfCosts()
    {
        var total = 0m;
        foreach (ref readonly var unit in _units.AsSpan())
            total += ((CartUnit)unit.Entity).CostTotal;
        return total;
    }
}
