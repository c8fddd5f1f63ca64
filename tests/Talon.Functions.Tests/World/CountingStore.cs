using Talon.Storage;

namespace Talon.Functions.Tests;

/// <summary>A store that takes its time, and counts what each of many requests at once asks of it.</summary>
internal sealed class CountingStore(ITableStore inner) : ITableStore
{
    private readonly AsyncLocal<Asked?> _asked = new();

    /// <summary>Runs a request; how many rows and ranges it read and how many transactions it tried.</summary>
    public async Task<(T Result, int Operations)> CountAsync<T>(Func<Task<T>> request)
    {
        var asked = new Asked();
        _asked.Value = asked;
        var result = await request();
        return (result, asked.Operations);
    }

    public async ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default)
    {
        await TakeTimeAsync();
        return await inner.ReadAsync(partition, key, cancellation);
    }

    public async ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default)
    {
        await TakeTimeAsync();
        return await inner.ReadRangeAsync(partition, range, take, cancellation);
    }

    public async ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        await TakeTimeAsync();
        return await inner.CommitAsync(partition, changes, cancellation);
    }

    private async Task TakeTimeAsync()
    {
        if (_asked.Value is { } asked)
            Interlocked.Increment(ref asked.Operations);
        await Task.Delay(1);
    }

    private sealed class Asked
    {
        public int Operations;
    }
}
