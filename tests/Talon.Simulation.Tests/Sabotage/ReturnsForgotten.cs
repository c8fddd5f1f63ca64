using Talon.Promotions;
using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>A session does not keep what its returns have undone, so that it can be undone again.</summary>
internal sealed class ReturnsForgotten(ITableStore inner) : SabotagedTables(inner)
{
    public override ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default) =>
        Inner.CommitAsync(partition, partition.StartsWith("session.", StringComparison.Ordinal) ? [.. changes.Select(Forgetful)] : changes, cancellation);

    private static Change Forgetful(Change change)
    {
        if (change.Key != OwnerRows.Entity || change.Kind == ChangeKind.Delete)
            return change;
        var row = RowCodec.Decode(change.Body, RowJson.Default.SessionRow);
        return change with { Body = RowCodec.Encode(row with { Effects = [.. row.Effects.Select(effect => effect with { Undone = 0 })] }, RowJson.Default.SessionRow) };
    }
}
