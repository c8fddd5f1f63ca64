using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>What is allotted to the stripes of a limit is not taken from the limit.</summary>
internal sealed class AllotmentsForgotten(ITableStore inner) : SabotagedTables(inner)
{
    public override ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        var split = changes.Where(change => Counters.Has(partition) && Counters.IsCounter(change.Key) && Counters.IsStripe(change.Key)).Select(change => Counters.Whole(change.Key)).ToHashSet();
        return WithoutAsync(partition, changes, change => change.Kind == ChangeKind.Replace && split.Contains(change.Key), cancellation);
    }
}
