namespace Talon.RuleEngine.Carts;

/// <summary>What earlier campaigns took off a unit, when discounts cascade.</summary>
internal sealed class UnitReductions
{
    private Dictionary<string, decimal>? _byCost;

    /// <summary>Off the price of all pieces.</summary>
    public decimal Price { get; private set; }

    /// <summary>Off all costs together.</summary>
    public decimal Costs { get; private set; }

    /// <summary>Off one cost of all pieces.</summary>
    public decimal Cost(string name) => _byCost?.GetValueOrDefault(name) ?? 0;

    public void Add(in Reduction reduction)
    {
        switch (reduction.Target)
        {
            case ReductionTarget.UnitPrice:
                Price += reduction.Amount;
                break;
            case ReductionTarget.UnitCosts:
                Costs += reduction.Amount;
                break;
            default:
                _byCost ??= [];
                _byCost[reduction.Cost!] = Cost(reduction.Cost!) + reduction.Amount;
                break;
        }
    }
}
