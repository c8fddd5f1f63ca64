namespace Talon.RuleEngine;

/// <summary>Everything an evaluation may look at. The engine reads nothing else.</summary>
public sealed record EvaluationFacts
{
    /// <summary>The clock of the whole update.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The cart; null for a profile update or an event without one.</summary>
    public SessionFacts? Session { get; init; }

    /// <summary>The customer; null when anonymous.</summary>
    public ProfileFacts? Profile { get; init; }

    /// <summary>The event: a custom one, or the built-in one that a change of a session or profile is; null for none.</summary>
    public EventFacts? Event { get; init; }

    /// <summary>The store that the request names.</summary>
    public StoreFacts? Store { get; init; }

    /// <summary>One for each code entered, in the order entered.</summary>
    public IReadOnlyList<CouponFacts> Coupons { get; init; } = [];

    /// <summary>The referral code entered; null for none.</summary>
    public ReferralFacts? Referral { get; init; }

    /// <summary>Effects that happened once and for all in the life of the session; their budgets are not asked again.</summary>
    public IReadOnlySet<EffectKey> Done { get; init; } = new HashSet<EffectKey>();

    /// <summary>What is known of counters: how much of each limit is used. A counter that is not here is not known.</summary>
    public IReadOnlyDictionary<LimitKey, decimal> Used { get; init; } = new Dictionary<LimitKey, decimal>();

    /// <summary>The loyalty card that the session names; null for none.</summary>
    public LoyaltyCardFacts? LoyaltyCard { get; init; }

    /// <summary>What is known of points. A ledger that is not here is not known.</summary>
    public IReadOnlyDictionary<LedgerKey, LedgerFacts> Ledgers { get; init; } = new Dictionary<LedgerKey, LedgerFacts>();

    /// <summary>What is known of achievements, by id. One that is not here is not known.</summary>
    public IReadOnlyDictionary<long, AchievementFacts> Achievements { get; init; } = new Dictionary<long, AchievementFacts>();

    /// <summary>What is known of giveaway pools, by id. One that is not here is not known.</summary>
    public IReadOnlyDictionary<long, GiveawayPoolFacts> GiveawayPools { get; init; } = new Dictionary<long, GiveawayPoolFacts>();

    /// <summary>What is known of coupons to reserve, by code. One that is not here is not known.</summary>
    public IReadOnlyDictionary<string, ReservableCouponFacts> ReservableCoupons { get; init; } = new Dictionary<string, ReservableCouponFacts>();
}
