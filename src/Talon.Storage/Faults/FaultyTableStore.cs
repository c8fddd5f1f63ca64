namespace Talon.Storage;

/// <summary>A table store that fails as planned.</summary>
internal sealed class FaultyTableStore(ITableStore inner, FaultInjector faults) : ITableStore
{
    public ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default) =>
        faults.RunAsync(
            StorageOperation.On(StorageOperationKind.Read, partition),
            _ => inner.ReadAsync(partition, key, cancellation));

    public ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default) =>
        faults.RunAsync(
            StorageOperation.On(StorageOperationKind.ReadRange, partition),
            _ => inner.ReadRangeAsync(partition, range, take, cancellation));

    public ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default) =>
        faults.RunAsync(
            new(StorageOperationKind.Commit, partition, changes),
            async fault =>
            {
                if (fault.Kind == FaultKind.Touch)
                    await TouchAsync(partition, changes, cancellation);
                return await inner.CommitAsync(partition, changes, cancellation);
            });

    private async ValueTask TouchAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var conditional = changes.FirstOrDefault(change => change.ETag is not null);
        if (conditional.Key is not null && await inner.ReadAsync(partition, conditional.Key, cancellation) is { } row)
            await inner.CommitAsync(partition, [Change.Replace(row.Key, row.Body, row.ETag)], cancellation);
    }
}
