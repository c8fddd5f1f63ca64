using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>What cancelling, reopening and returning give back to limits never arrives there.</summary>
internal sealed class GiveBacksForgotten(ITableStore inner) : SabotagedTables(inner)
{
    public override ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default) =>
        Counters.Has(partition) && changes.Any(change => Counters.IsGiveBack(change.Key))
            ? new(CommitResult.Done([.. changes.Select(_ => "none")]))
            : Inner.CommitAsync(partition, changes, cancellation);
}
