using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>Breaks nothing: counts how often limits are split and joined.</summary>
internal sealed class WatchedSplitting(ITableStore inner, Action split, Action joined) : SabotagedTables(inner)
{
    public override async ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        var result = await Inner.CommitAsync(partition, changes, cancellation);
        if (!result.Committed || !Counters.Has(partition))
            return result;
        if (changes.Any(change => change.Kind == ChangeKind.Insert && Counters.IsCounter(change.Key) && Counters.IsStripe(change.Key)))
            split();
        if (changes.Any(LeftoversForgotten.IsJoining))
            joined();
        return result;
    }
}
