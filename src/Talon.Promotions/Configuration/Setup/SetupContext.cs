namespace Talon.Promotions;

/// <summary>What the use cases of setting up share.</summary>
/// <param name="Configurations">Where the configuration is kept.</param>
/// <param name="Ids">Gives out ids.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Random">Makes secrets.</param>
public sealed record SetupContext(ConfigurationStore Configurations, IdSource Ids, TimeProvider Clock, IRandomSource Random)
{
    internal DateTimeOffset Now => Clock.GetUtcNow();

    internal ValueTask<long> NewIdAsync(EntityKind kind, CancellationToken cancellation) => Ids.NextAsync(kind.Ids, cancellation);

    /// <summary>Decides and applies, unless an enabled campaign could not be evaluated any more.</summary>
    internal async Task<T> ApplyAsync<T>(Func<Configuration, Decision<T>> decide, CancellationToken cancellation)
    {
        T? result = default;
        await Configurations.UpdateAsync(
            before =>
            {
                var decision = decide(before);
                result = decision.Result;
                if (decision.Changes.Count > 0)
                    Evaluability.Check(before, before.With(decision.Changes, before.Version + 1));
                return decision.Changes;
            },
            cancellation);
        return result!;
    }
}
