namespace Talon.RuleEngine.Carts;

/// <summary>What earlier campaigns took off the session as a whole, when discounts cascade.</summary>
internal sealed class CartReductions
{
    private Dictionary<string, decimal>? _byCost;

    /// <summary>Off everything together.</summary>
    public decimal Total { get; private set; }

    /// <summary>Off the items together.</summary>
    public decimal Items { get; private set; }

    /// <summary>Off the session's costs together.</summary>
    public decimal Costs { get; private set; }

    /// <summary>Off one cost.</summary>
    public decimal Cost(string name) => _byCost?.GetValueOrDefault(name) ?? 0;

    public void Add(in Reduction reduction)
    {
        switch (reduction.Target)
        {
            case ReductionTarget.SessionTotal:
                Total += reduction.Amount;
                break;
            case ReductionTarget.CartItems:
                Items += reduction.Amount;
                break;
            case ReductionTarget.AdditionalCosts:
                Costs += reduction.Amount;
                break;
            default:
                _byCost ??= [];
                _byCost[reduction.Cost!] = Cost(reduction.Cost!) + reduction.Amount;
                break;
        }
    }
}
