namespace Talon.Promotions;

/// <summary>What the use cases of setting up share.</summary>
/// <param name="Configurations">Where the configuration is kept.</param>
/// <param name="Ids">Gives out ids.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Random">Makes secrets.</param>
public sealed record SetupContext(ConfigurationStore Configurations, IdSource Ids, TimeProvider Clock, IRandomSource Random)
{
    internal DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Gathers what is decided, instead of applying it; null outside a batch.</summary>
    internal SetupBatch? Batch { get; init; }

    internal ValueTask<long> NewIdAsync(EntityKind kind, CancellationToken cancellation) =>
        Batch is { IsTrial: true } trial ? ValueTask.FromResult(trial.TakeTrialIds(1)) : Ids.NextAsync(kind.Ids, cancellation);

    /// <summary>The first of some consecutive ids.</summary>
    internal ValueTask<long> TakeIdsAsync(IdKind kind, int count, CancellationToken cancellation) =>
        Batch is { IsTrial: true } trial ? ValueTask.FromResult(trial.TakeTrialIds(count)) : Ids.TakeAsync(kind, count, cancellation);

    /// <summary>Decides and applies, unless an enabled campaign could not be evaluated any more.</summary>
    internal async Task<T> ApplyAsync<T>(Func<Configuration, Decision<T>> decide, CancellationToken cancellation)
    {
        if (Batch is not null)
            return Batch.Gather(decide);
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
