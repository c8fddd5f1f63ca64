namespace Talon.Storage;

/// <summary>A table store whose operations are counted.</summary>
internal sealed class CountedTableStore(ITableStore inner, StorageTrips trips) : ITableStore
{
    public ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default) =>
        trips.ReadAsync(inner.ReadAsync(partition, key, cancellation));

    public ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default) =>
        trips.ReadAsync(inner.ReadRangeAsync(partition, range, take, cancellation));

    public ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default) =>
        trips.CommitAsync(inner.CommitAsync(partition, changes, cancellation), changes);
}
