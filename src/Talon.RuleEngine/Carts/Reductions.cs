namespace Talon.RuleEngine.Carts;

/// <summary>What earlier campaigns took off the session, or off one unit, when discounts cascade.</summary>
internal sealed class Reductions
{
    private Dictionary<string, decimal>? _byCost;

    /// <summary>Off everything together.</summary>
    public decimal Total { get; private set; }

    /// <summary>Off the prices together.</summary>
    public decimal Prices { get; private set; }

    /// <summary>Off the costs together.</summary>
    public decimal Costs { get; private set; }

    /// <summary>Off one cost.</summary>
    public decimal Cost(string name) => _byCost?.GetValueOrDefault(name) ?? 0;

    /// <summary>Takes off more; a negative amount gives back.</summary>
    public void Add(in Reduction reduction)
    {
        switch (reduction.Target)
        {
            case ReductionTarget.Total:
                Total += reduction.Amount;
                break;
            case ReductionTarget.Prices:
                Prices += reduction.Amount;
                break;
            case ReductionTarget.Costs:
                Costs += reduction.Amount;
                break;
            default:
                _byCost ??= [];
                _byCost[reduction.Cost!] = Cost(reduction.Cost!) + reduction.Amount;
                break;
        }
    }
}
