namespace Talon.RuleEngine;

/// <summary>Facts that an evaluation looked for and did not find; with them, the next evaluation is final.</summary>
public sealed record MissingFacts
{
    /// <summary>Nothing was missing.</summary>
    public static MissingFacts None { get; } = new();

    /// <summary>Counters to add to <see cref="EvaluationFacts.Used"/>.</summary>
    public IReadOnlyCollection<LimitKey> Limits { get; init; } = [];

    /// <summary>Ledgers to add to <see cref="EvaluationFacts.Ledgers"/>.</summary>
    public IReadOnlyCollection<LedgerKey> Ledgers { get; init; } = [];

    /// <summary>Ids of achievements to add to <see cref="EvaluationFacts.Achievements"/>.</summary>
    public IReadOnlyCollection<long> Achievements { get; init; } = [];

    /// <summary>Ids of pools to add to <see cref="EvaluationFacts.GiveawayPools"/>.</summary>
    public IReadOnlyCollection<long> GiveawayPools { get; init; } = [];

    /// <summary>Codes of coupons to add to <see cref="EvaluationFacts.ReservableCoupons"/>.</summary>
    public IReadOnlyCollection<string> ReservableCoupons { get; init; } = [];

    /// <summary>Whether nothing was missing.</summary>
    public bool IsEmpty =>
        Limits.Count == 0 && Ledgers.Count == 0 && Achievements.Count == 0 && GiveawayPools.Count == 0 && ReservableCoupons.Count == 0;
}
