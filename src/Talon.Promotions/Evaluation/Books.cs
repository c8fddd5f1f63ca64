using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>All that one update knows of things that can be claimed.</summary>
internal sealed class Books(CounterBook counters, PointsBook points, GiveawayBook giveaways, AchievementBook achievements)
{
    private readonly IClaimBook[] _all = [counters, points, giveaways, achievements];

    /// <summary>Limits.</summary>
    public CounterBook Counters => counters;

    /// <summary>Points.</summary>
    public PointsBook Points => points;

    /// <summary>Giveaways.</summary>
    public GiveawayBook Giveaways => giveaways;

    /// <summary>Adds what is known to what the rule engine looks at.</summary>
    public EvaluationFacts AddTo(EvaluationFacts facts) => _all.Aggregate(facts, (known, book) => book.AddTo(known));

    /// <summary>Reads what an evaluation missed, in one trip.</summary>
    public Task ReadAsync(MissingFacts missing, CancellationToken cancellation) => Task.WhenAll(_all.Select(book => book.ReadAsync(missing, cancellation)));

    /// <summary>Fills in what the rule engine leaves to its caller.</summary>
    public async Task<EvaluationResult> CompleteAsync(EvaluationResult result, CancellationToken cancellation)
    {
        var effects = result.Effects.ToArray();
        var keys = EffectKeys.Of(effects);
        foreach (var book in _all)
            await book.CompleteAsync(effects, keys, cancellation);
        return result with { Effects = effects };
    }

    /// <summary>The result of an evaluation that claims nothing: giveaways are announced only.</summary>
    public static EvaluationResult Unclaimed(EvaluationResult result) => result with
    {
        Effects = [.. result.Effects.Select(effect => effect.Props is AwardGiveawayProps { Code: "" } award
            ? effect with { Props = new WillAwardGiveawayProps(award.PoolId, award.PoolName, award.RecipientIntegrationId) }
            : effect)],
    };

    /// <summary>What refused something to an evaluation.</summary>
    public IEnumerable<Shortage> Shortages(EvaluationResult result) => _all.SelectMany(book => book.Shortages(result));

    /// <summary>What an evaluation wants to be claimed.</summary>
    public IEnumerable<Want> Wants(EvaluationResult result) => _all.SelectMany(book => book.Wants(result));
}
