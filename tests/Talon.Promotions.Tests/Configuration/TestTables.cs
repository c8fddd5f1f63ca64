using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>An in-memory store with short pages that counts trips and can lose answers.</summary>
internal sealed class TestTables : ITableStore
{
    private const int LongestPage = 3;

    private readonly MemoryStore _store = new(TimeProvider.System);

    public int Reads { get; private set; }

    public int RangeReads { get; private set; }

    public int Commits { get; private set; }

    /// <summary>Runs before a commit; returns whether its answer is lost.</summary>
    public Func<IReadOnlyList<Change>, bool>? OnCommit { get; set; }

    /// <summary>Runs after a point read, before its answer is given.</summary>
    public Func<Task>? OnRead { get; set; }

    /// <summary>Reads wait for it.</summary>
    public Task ReadGate { get; set; } = Task.CompletedTask;

    public void ResetCounts() => (Reads, RangeReads, Commits) = (0, 0, 0);

    public async ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default)
    {
        Reads++;
        await ReadGate;
        var row = await _store.ReadAsync(partition, key, cancellation);
        if (OnRead is { } afterwards)
            await afterwards();
        return row;
    }

    public async ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default)
    {
        RangeReads++;
        await ReadGate;
        return await _store.ReadRangeAsync(partition, range, Math.Min(take, LongestPage), cancellation);
    }

    public async ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        Commits++;
        var lost = OnCommit?.Invoke(changes) ?? false;
        await Task.Yield();
        var result = await _store.CommitAsync(partition, changes, cancellation);
        return lost ? throw new StorageUnavailableException("lost answer") : result;
    }
}
