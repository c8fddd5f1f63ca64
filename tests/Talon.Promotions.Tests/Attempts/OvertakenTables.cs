using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>Tables that swallow the answer to the first write of an entity, and let something else happen before its writer can look.</summary>
internal sealed class OvertakenTables(ITableStore store, string partition, Func<Task> overtake) : ITableStore
{
    private bool _overtaken;

    public ValueTask<Row?> ReadAsync(string target, string key, CancellationToken cancellation = default) => store.ReadAsync(target, key, cancellation);

    public ValueTask<RowPage> ReadRangeAsync(string target, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default) =>
        store.ReadRangeAsync(target, range, take, cancellation);

    public async ValueTask<CommitResult> CommitAsync(string target, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        var result = await store.CommitAsync(target, changes, cancellation);
        if (_overtaken || target != partition || changes.All(change => change.Key != OwnerRows.Entity))
            return result;
        _overtaken = true;
        await overtake();
        throw new StorageUnavailableException("The answer got lost.");
    }
}
