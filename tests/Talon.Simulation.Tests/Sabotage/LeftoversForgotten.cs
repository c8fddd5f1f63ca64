using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>When a limit is joined, what its stripes have left is not put back into it.</summary>
internal sealed class LeftoversForgotten(ITableStore inner) : SabotagedTables(inner)
{
    public override ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        var joined = changes.Where(change => Counters.Has(partition) && IsJoining(change)).Select(change => Counters.Whole(change.Key)).ToHashSet();
        return WithoutAsync(partition, changes, change => change.Kind == ChangeKind.Replace && joined.Contains(change.Key), cancellation);
    }

    /// <summary>Whether a change takes a stripe away.</summary>
    public static bool IsJoining(Change change) => change.Kind == ChangeKind.Delete && Counters.IsCounter(change.Key) && Counters.IsStripe(change.Key);
}
