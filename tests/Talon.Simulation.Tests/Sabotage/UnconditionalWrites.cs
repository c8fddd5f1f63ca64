using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>Rows of a kind are overwritten whatever stands there: the last one wins, as where a counter is read, added to and written back.</summary>
internal sealed class UnconditionalWrites(ITableStore inner, Func<string, string, bool> hits) : SabotagedTables(inner)
{
    public override ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default) =>
        Inner.CommitAsync(partition, [.. changes.Select(change => hits(partition, change.Key) ? Loosened(change) : change)], cancellation);

    private static Change Loosened(Change change) => change.Kind == ChangeKind.Delete ? change : Change.Upsert(change.Key, change.Body);
}
