using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Knowledge;

namespace Talon.RuleEngine.Evaluation;

/// <summary>What one member of a group may do with which units, while members compete per cart item.</summary>
internal sealed class UnitScope(UnitScope? outer, Journal journal, Func<CartUnit, bool> allowed)
{
    private readonly Dictionary<CartUnit, decimal> _granted = [];

    /// <summary>Discount granted on each unit that anything was granted on.</summary>
    public IReadOnlyDictionary<CartUnit, decimal> Granted => _granted;

    /// <summary>Whether anything was held back because a unit belongs to another member.</summary>
    public bool HeldBack { get; private set; }

    /// <summary>Whether something may be granted on the unit.</summary>
    public bool Admits(CartUnit unit)
    {
        if (allowed(unit) && (outer is null || outer.Admits(unit)))
            return true;
        HeldBack = true;
        return false;
    }

    /// <summary>Notes that something was granted on the unit.</summary>
    public void Record(CartUnit unit, decimal amount)
    {
        var had = _granted.TryGetValue(unit, out var before);
        journal.Record(() =>
        {
            if (had)
                _granted[unit] = before;
            else
                _granted.Remove(unit);
        });
        _granted[unit] = before + amount;
        outer?.Record(unit, amount);
    }
}
