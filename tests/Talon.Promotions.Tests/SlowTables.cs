using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>A store whose operations wait until they are let go.</summary>
internal sealed class SlowTables(ITableStore store) : ITableStore
{
    public Task Hold { get; set; } = Task.CompletedTask;

    public async ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default)
    {
        await Hold;
        return await store.ReadAsync(partition, key, cancellation);
    }

    public async ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default)
    {
        await Hold;
        return await store.ReadRangeAsync(partition, range, take, cancellation);
    }

    public async ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        await Hold;
        return await store.CommitAsync(partition, changes, cancellation);
    }
}
