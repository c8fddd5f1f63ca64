namespace Talon.RuleEngine;

/// <summary>Facts that stood in the way: less was left than an evaluation wanted, so that something failed or was cut.</summary>
public sealed record ShortFacts
{
    /// <summary>Nothing stood in the way.</summary>
    public static ShortFacts None { get; } = new();

    /// <summary>Counters of limits that were reached.</summary>
    public IReadOnlyCollection<LimitKey> Limits { get; init; } = [];

    /// <summary>Ledgers with too few points.</summary>
    public IReadOnlyCollection<LedgerKey> Ledgers { get; init; } = [];

    /// <summary>Ids of giveaway pools that were empty.</summary>
    public IReadOnlyCollection<long> GiveawayPools { get; init; } = [];
}
