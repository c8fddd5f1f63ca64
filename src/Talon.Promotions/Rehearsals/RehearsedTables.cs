using Talon.Storage;

namespace Talon.Promotions;

/// <summary>A store as a rehearsal sees it: whole, and not to be written to.</summary>
internal sealed class RehearsedTables(ITableStore store) : ITableStore
{
    public ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default) => store.ReadAsync(partition, key, cancellation);

    public ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default) =>
        store.ReadRangeAsync(partition, range, take, cancellation);

    public ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default) =>
        ValueTask.FromException<CommitResult>(new RehearsalEndedException());
}
