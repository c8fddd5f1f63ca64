namespace Talon.RuleEngine.Budgets;

/// <summary>Counters as the evaluation sees them: what is known, and what its own effects take.</summary>
internal sealed class Ledger(IReadOnlyDictionary<LimitKey, decimal> known)
{
    private readonly Dictionary<LimitKey, decimal> _taken = [];
    private readonly List<(LimitKey Key, decimal Before)> _journal = [];
    private HashSet<LimitKey>? _missing;

    /// <summary>Counters that were looked for and are not known.</summary>
    public IReadOnlyCollection<LimitKey> Missing => _missing is null ? [] : _missing;

    public int Position => _journal.Count;

    /// <summary>How much of a limit is used; a counter that is not known counts as unused, and is noted.</summary>
    public decimal Used(LimitKey key)
    {
        if (!known.TryGetValue(key, out var used))
            (_missing ??= []).Add(key);
        return used + _taken.GetValueOrDefault(key);
    }

    public void Take(LimitKey key, decimal amount)
    {
        var before = _taken.GetValueOrDefault(key);
        _journal.Add((key, before));
        _taken[key] = before + amount;
    }

    /// <summary>Goes back to an earlier position.</summary>
    public void RollBack(int position)
    {
        for (var i = _journal.Count - 1; i >= position; i--)
            _taken[_journal[i].Key] = _journal[i].Before;
        _journal.RemoveRange(position, _journal.Count - position);
    }
}
