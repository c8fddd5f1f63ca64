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

    /// <summary>What surrounds the change; null for nothing.</summary>
    internal EditScope? Scope { get; init; }

    internal ValueTask<long> NewIdAsync(EntityKind kind, CancellationToken cancellation) =>
        Batch is { IsTrial: true } trial ? ValueTask.FromResult(trial.TakeTrialIds(1)) : Ids.NextAsync(kind.Ids, cancellation);

    /// <summary>The first of some consecutive ids.</summary>
    internal ValueTask<long> TakeIdsAsync(IdKind kind, int count, CancellationToken cancellation) =>
        Batch is { IsTrial: true } trial ? ValueTask.FromResult(trial.TakeTrialIds(count)) : Ids.TakeAsync(kind, count, cancellation);

    /// <summary>Refuses what <see cref="ApplyAsync"/> would refuse now, and applies nothing.</summary>
    internal async Task TryAsync<T>(Func<Configuration, Decision<T>> decide, CancellationToken cancellation)
    {
        var before = await Configurations.GetAsync(cancellation);
        Scope?.Check(before);
        Evaluability.Check(before, before.With(decide(before).Changes, before.Version + 1));
    }

    /// <summary>Decides and applies, unless an enabled campaign could not be evaluated any more.</summary>
    internal async Task<T> ApplyAsync<T>(Func<Configuration, Decision<T>> decide, CancellationToken cancellation)
    {
        if (Batch is not null)
            return Batch.Gather(decide);
        T? result = default;
        await Configurations.UpdateAsync(
            before =>
            {
                Scope?.Check(before);
                var decision = decide(before);
                result = decision.Result;
                var after = decision.Changes.Count > 0 ? before.With(decision.Changes, before.Version + 1) : before;
                if (after != before)
                    Evaluability.Check(before, after);
                Scope?.Applied = after;
                return decision.Changes;
            },
            cancellation);
        return result!;
    }
}
