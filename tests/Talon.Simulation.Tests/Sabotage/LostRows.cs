using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>Rows of a kind are never written, though the application is told that they were.</summary>
internal sealed class LostRows(ITableStore inner, Func<Change, bool> lost) : SabotagedTables(inner)
{
    public override ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default) =>
        WithoutAsync(partition, changes, lost, cancellation);
}
