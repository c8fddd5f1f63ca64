using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Carts;

/// <summary>The session's items as units, and its totals.</summary>
internal sealed class Cart(SessionFacts? session, bool flatten)
{
    private readonly Value[] _units = session is null ? [] : Lines.Split(session.Items, flatten);
    private Reductions? _reductions;
    private decimal? _total;
    private decimal? _itemTotal;

    /// <summary>Every unit, in the order of lines and of units in a line.</summary>
    public ValueList Units => new(_units, 0, _units.Length);

    /// <summary>Sum of the prices, as later campaigns see it.</summary>
    public decimal ItemTotal => _itemTotal ??= _reductions is null
        ? session is null ? 0 : Lines.PriceOf(session.Items)
        : Math.Max(0, SumOfPrices() - _reductions.Prices);

    /// <summary>Sum of the items' additional costs.</summary>
    public decimal ItemCostTotal
    {
        get
        {
            var total = 0m;
            foreach (ref readonly var unit in _units.AsSpan())
                if (((CartUnit)unit.Entity).Line.AdditionalCosts.Count > 0)
                    total += ((CartUnit)unit.Entity).CostTotal;
            return total;
        }
    }

    /// <summary>Sum of the session's own additional costs.</summary>
    public decimal SessionCostTotal
    {
        get
        {
            var total = 0m;
            if (session is { AdditionalCosts.Count: > 0 })
                foreach (var name in session.AdditionalCosts.Keys)
                    total += SessionCost(name)!.Value;
            return _reductions is null ? total : Math.Max(0, total - _reductions.Costs);
        }
    }

    /// <summary>Everything together.</summary>
    public decimal Total => _total ??= Math.Max(0, ItemTotal + ItemCostTotal + SessionCostTotal - (_reductions?.Total ?? 0));

    /// <summary>A cost of the session; null when it does not carry it.</summary>
    public decimal? SessionCost(string name) =>
        session is null || !session.AdditionalCosts.TryGetValue(name, out var cost) ? null
        : _reductions is null ? cost
        : Math.Max(0, cost - _reductions.Cost(name));

    /// <summary>Lets later campaigns see less; a negative amount takes it back.</summary>
    public void Reduce(in Reduction reduction)
    {
        (_total, _itemTotal) = (null, null);
        _reductions ??= new();
        if (reduction.Unit is { } unit)
            unit.Reduce(reduction);
        else
            _reductions.Add(reduction);
    }

    private decimal SumOfPrices()
    {
        var total = 0m;
        foreach (ref readonly var unit in _units.AsSpan())
            total += ((CartUnit)unit.Entity).PriceTotal;
        return total;
    }
}
