namespace Talon.Storage;

/// <summary>
/// Rows with table semantics: point reads, ordered range reads and atomic transactions, each inside one partition.
/// Nothing spans partitions.
/// </summary>
/// <remarks>
/// Every member throws <see cref="StorageUnavailableException"/> when the store does not answer. For
/// <see cref="CommitAsync"/> the outcome is then unknown: the caller reads back before it believes anything.
/// Keys and sizes outside <see cref="StorageLimits"/> throw <see cref="ArgumentException"/> before anything is sent.
/// </remarks>
public interface ITableStore
{
    /// <summary>Reads one row; null when there is none.</summary>
    ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default);

    /// <summary>Reads rows of a partition in ordinal key order, one page of at most <paramref name="take"/> rows.</summary>
    /// <remarks>A page is a snapshot; two pages, or two reads side by side, are not.</remarks>
    ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default);

    /// <summary>Applies all changes or none. Each key occurs at most once.</summary>
    ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default);
}
