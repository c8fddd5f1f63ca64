namespace Talon.RuleEngine.Knowledge;

/// <summary>Facts from outside as the evaluation sees them: what is known, what its own effects change, and what is missing.</summary>
internal sealed class Known(EvaluationFacts facts, Journal journal)
{
    private readonly FactTable<LimitKey, decimal> _limits = new(facts.Used);
    private readonly FactTable<LedgerKey, LedgerFacts> _ledgers = new(facts.Ledgers);
    private readonly FactTable<long, AchievementFacts> _achievements = new(facts.Achievements);
    private readonly FactTable<long, GiveawayPoolFacts> _pools = new(facts.GiveawayPools);
    private readonly FactTable<string, ReservableCouponFacts> _reservable = new(facts.ReservableCoupons);

    /// <summary>What less was left of than was wanted.</summary>
    public Shortages Short { get; } = new();

    /// <summary>What was taken from counters.</summary>
    public Tentative<LimitKey> Charged { get; } = new(journal);

    /// <summary>Points added, or taken when below zero.</summary>
    public Tentative<LedgerKey> Points { get; } = new(journal);

    /// <summary>Progress added to achievements, over all iterations.</summary>
    public Tentative<long> Progress { get; } = new(journal);

    /// <summary>Giveaways taken from pools.</summary>
    public Tentative<long> Giveaways { get; } = new(journal);

    /// <summary>Reservations made, by code and customer.</summary>
    public Tentative<(string Code, string Customer)> Reservations { get; } = new(journal);

    /// <summary>What was looked for and not known.</summary>
    public MissingFacts Missing
    {
        get
        {
            var missing = new MissingFacts
            {
                Limits = _limits.Missing,
                Ledgers = _ledgers.Missing,
                Achievements = _achievements.Missing,
                GiveawayPools = _pools.Missing,
                ReservableCoupons = _reservable.Missing,
            };
            return missing.IsEmpty ? MissingFacts.None : missing;
        }
    }

    /// <summary>How much of a limit is used; a counter that is not known counts as unused.</summary>
    public decimal Used(LimitKey key)
    {
        var used = _limits.TryGet(key, out var known) ? known : 0;
        var charged = Charged[key];
        return used > decimal.MaxValue - charged ? decimal.MaxValue : used + charged;
    }

    /// <summary>Points of a ledger; null when it is not known.</summary>
    public LedgerFacts? Ledger(LedgerKey key) => _ledgers.TryGet(key, out var ledger) ? ledger : null;

    /// <summary>An achievement; null when it is not known.</summary>
    public AchievementFacts? Achievement(long id) => _achievements.TryGet(id, out var achievement) ? achievement : null;

    /// <summary>Giveaways left in a pool; null when it is not known.</summary>
    public decimal? GiveawaysLeft(long pool) => _pools.TryGet(pool, out var known) ? known.Available - Giveaways[pool] : null;

    /// <summary>A coupon to reserve; null when it is not known.</summary>
    public ReservableCouponFacts? Reservable(string code) => _reservable.TryGet(code, out var coupon) ? coupon : null;
}
