using Talon.Storage;

namespace Talon.Bench;

/// <summary>A store that is some milliseconds away: a request takes about half of them to arrive, its answer the other half.</summary>
/// <param name="memory">The store.</param>
/// <param name="time">The clock.</param>
/// <param name="random">Lets each way take up to a quarter more or less.</param>
/// <param name="trip">A trip there and back, on average.</param>
internal sealed class SlowStore(MemoryStore memory, TimeProvider time, Random random, TimeSpan trip) : ITableStore, IMessageQueue
{
    /// <summary>Transactions that found somebody else to be faster.</summary>
    public long Conflicts { get; private set; }

    public ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default) =>
        TripAsync(() => memory.ReadAsync(partition, key, cancellation));

    public ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default) =>
        TripAsync(() => memory.ReadRangeAsync(partition, range, take, cancellation));

    public async ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        var result = await TripAsync(() => memory.CommitAsync(partition, changes, cancellation));
        if (!result.Committed)
            Conflicts++;
        return result;
    }

    public ValueTask<QueueMessage> SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default) =>
        TripAsync(() => memory.SendAsync(queue, body, delay, cancellation));

    public ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation = default) =>
        TripAsync(() => memory.ReceiveAsync(queue, max, visibility, cancellation));

    public ValueTask<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken cancellation = default) =>
        TripAsync(() => memory.PeekAsync(queue, max, cancellation));

    public ValueTask<bool> ReleaseAsync(QueueMessage message, CancellationToken cancellation = default) =>
        TripAsync(() => memory.ReleaseAsync(message, cancellation));

    public ValueTask<bool> DeleteAsync(QueueMessage message, CancellationToken cancellation = default) =>
        TripAsync(() => memory.DeleteAsync(message, cancellation));

    private async ValueTask<T> TripAsync<T>(Func<ValueTask<T>> run)
    {
        await Task.Delay(Way(), time);
        var result = await run();
        await Task.Delay(Way(), time);
        return result;
    }

    private TimeSpan Way() => trip / 2 * (0.75 + (0.5 * random.NextDouble()));
}
