using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>Nothing is ever written to some partitions, though the application is told that it was.</summary>
internal sealed class LostWrites(ITableStore inner, Func<string, bool> lost) : SabotagedTables(inner)
{
    public override ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default) =>
        lost(partition) ? new(CommitResult.Done([.. changes.Select(_ => "none")])) : Inner.CommitAsync(partition, changes, cancellation);
}
