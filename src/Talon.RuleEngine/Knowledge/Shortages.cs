namespace Talon.RuleEngine.Knowledge;

/// <summary>Notes what less was left of than was wanted.</summary>
internal sealed class Shortages
{
    private readonly HashSet<LimitKey> _limits = [];
    private readonly HashSet<LedgerKey> _ledgers = [];
    private readonly HashSet<long> _pools = [];

    /// <summary>What was noted.</summary>
    public ShortFacts Facts => _limits.Count + _ledgers.Count + _pools.Count == 0
        ? ShortFacts.None
        : new ShortFacts { Limits = _limits, Ledgers = _ledgers, GiveawayPools = _pools };

    /// <summary>A limit that is reached.</summary>
    public void Limit(LimitKey key) => _limits.Add(key);

    /// <summary>A ledger with too few points.</summary>
    public void Ledger(LedgerKey key) => _ledgers.Add(key);

    /// <summary>A pool that is empty.</summary>
    public void Pool(long id) => _pools.Add(id);
}
