using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>The last loader: what nobody else has loaded is known to be empty.</summary>
internal sealed class UnstoredFacts : IFactLoader
{
    /// <inheritdoc/>
    public Task<EvaluationFacts> LoadAsync(EvaluationSubject subject, EvaluationFacts facts, MissingFacts missing, CancellationToken cancellation)
    {
        var ledgers = new Dictionary<LedgerKey, LedgerFacts>(facts.Ledgers);
        foreach (var key in missing.Ledgers)
            ledgers.TryAdd(key, new LedgerFacts());
        var pools = new Dictionary<long, GiveawayPoolFacts>(facts.GiveawayPools);
        foreach (var id in missing.GiveawayPools)
            pools.TryAdd(id, new GiveawayPoolFacts(0));
        return Task.FromResult(facts with { Ledgers = ledgers, GiveawayPools = pools });
    }
}
