namespace Talon.Storage;

/// <summary>Tables and queues in memory, for tests and simulation.</summary>
/// <remarks>
/// It starts no thread, timer or task of its own, and its only clock is the one injected: a run on one thread is
/// determined by the <see cref="IInterleaving"/> and the order of the calls. Concurrent callers are safe.
/// </remarks>
public sealed class MemoryStore : ITableStore, ILocalQueue
{
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly IInterleaving interleaving;
    private readonly QueueSignals signals;
    private readonly MemoryMessages messages;
    private readonly SortedDictionary<string, MemoryPartition> partitions = new(StringComparer.Ordinal);
    private long lastVersion;

    /// <summary>Makes an empty store.</summary>
    /// <param name="time">The clock of delays and visibility timeouts.</param>
    /// <param name="interleaving">How operations are torn; <see cref="Interleaving.None"/> by default.</param>
    public MemoryStore(TimeProvider time, IInterleaving? interleaving = null)
    {
        this.time = time;
        this.interleaving = interleaving ?? Interleaving.None;
        signals = new(time);
        messages = new(signals);
    }

    /// <summary>All rows at this moment, in order of partition and key.</summary>
    public IReadOnlyList<(string Partition, Row Row)> Rows()
    {
        lock (gate)
            return [.. partitions.SelectMany(partition => partition.Value.Rows, (partition, row) => (partition.Key, row))];
    }

    /// <summary>All messages at this moment, in no order.</summary>
    public IReadOnlyList<StoredMessage> Messages()
    {
        lock (gate)
            return [.. messages.All];
    }

    /// <inheritdoc/>
    public async ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default)
    {
        StorageChecks.Key(partition);
        StorageChecks.Key(key);
        await TurnAsync(cancellation);
        lock (gate)
            return partitions.GetValueOrDefault(partition)?.Read(key);
    }

    /// <inheritdoc/>
    public async ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default)
    {
        StorageChecks.Range(partition, range, take);
        await TurnAsync(cancellation);
        var size = interleaving.PageSize(take);
        lock (gate)
            return partitions.GetValueOrDefault(partition)?.ReadRange(range, size) ?? new([], null);
    }

    /// <inheritdoc/>
    public async ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        StorageChecks.Commit(partition, changes);
        await TurnAsync(cancellation);
        lock (gate)
        {
            if (!partitions.TryGetValue(partition, out var rows))
                partitions[partition] = rows = new();
            return rows.Apply(changes, () => ETags.Format(++lastVersion));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<QueueMessage> SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default)
    {
        StorageChecks.Send(queue, body, delay);
        await TurnAsync(cancellation);
        lock (gate)
            return messages.Send(queue, body, Now + delay.Ticks);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation = default)
    {
        StorageChecks.Receive(queue, max, visibility);
        await TurnAsync(cancellation);
        var now = Now;
        var received = new List<QueueMessage>();
        lock (gate)
        {
            while (received.Count < max && messages.Next(queue, now, now + visibility.Ticks) is { } message)
                received.Add(message);
        }

        return received;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken cancellation = default)
    {
        StorageChecks.Peek(queue, max);
        await TurnAsync(cancellation);
        lock (gate)
            return messages.Peek(queue, max, Now);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ReleaseAsync(QueueMessage message, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        await TurnAsync(cancellation);
        lock (gate)
            return messages.Release(message, Now);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(QueueMessage message, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        await TurnAsync(cancellation);
        lock (gate)
            return messages.Delete(message);
    }

    /// <inheritdoc/>
    public ValueTask<bool> WaitAsync(string queue, TimeSpan atMost, CancellationToken cancellation = default)
    {
        StorageChecks.Queue(queue);
        return signals.WaitAsync(queue, () => NextVisible(queue), atMost, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<int> CountAsync(string queue, CancellationToken cancellation = default)
    {
        StorageChecks.Queue(queue);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
            return new(messages.Count(queue));
    }

    private long Now => time.GetUtcNow().UtcTicks;

    private long? NextVisible(string queue)
    {
        lock (gate)
            return messages.NextVisible(queue);
    }

    private ValueTask TurnAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return interleaving.TurnAsync();
    }
}
