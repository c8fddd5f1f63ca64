using Talon.Promotions;
using Talon.Storage;

namespace Talon.Simulation.Tests;

/// <summary>Points are booked whether they were booked before or not: whoever looks for what was noted of it finds nothing, and notes it again.</summary>
internal sealed class BookedAgain(ITableStore inner) : SabotagedTables(inner)
{
    private const string Log = "log.";

    public override async ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default)
    {
        var row = await Inner.ReadAsync(partition, key, cancellation);
        return row is not null && IsLog(partition, key) && !IsOfClaim(row.Body) ? null : row;
    }

    public override ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default) =>
        Inner.CommitAsync(partition, [.. changes.Select(change => IsLog(partition, change.Key) && !IsOfClaim(change.Body) ? Change.Upsert(change.Key, change.Body) : change)], cancellation);

    private static bool IsLog(string partition, string key) => partition.StartsWith("ledger.", StringComparison.Ordinal) && key.StartsWith(Log, StringComparison.Ordinal);

    private static bool IsOfClaim(ReadOnlyMemory<byte> body) => RowCodec.Decode(body, RowJson.Default.ClaimRow).Attempt is not null;
}
