namespace Talon.Storage;

/// <summary>Tables and queues in memory, for tests and simulation.</summary>
/// <remarks>
/// It starts no thread, timer or task of its own, and its only clock is the one injected: a run on one thread is
/// determined by the <see cref="IInterleaving"/> and the order of the calls. Concurrent callers are safe.
/// </remarks>
public sealed class MemoryStore : ITableStore, ILocalQueue
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly IInterleaving _interleaving;
    private readonly QueueSignals _signals;
    private readonly MemoryMessages _messages;
    private readonly SortedDictionary<string, MemoryPartition> _partitions = new(StringComparer.Ordinal);
    private long _lastVersion;

    /// <summary>Makes an empty store.</summary>
    /// <param name="time">The clock of delays and visibility timeouts.</param>
    /// <param name="interleaving">How operations are torn; <see cref="Interleaving.None"/> by default.</param>
    public MemoryStore(TimeProvider time, IInterleaving? interleaving = null)
    {
        _time = time;
        _interleaving = interleaving ?? Interleaving.None;
        _signals = new(time);
        _messages = new(_signals);
    }

    /// <summary>All rows at this moment, in order of partition and key.</summary>
    public IReadOnlyList<(string Partition, Row Row)> Rows()
    {
        lock (_gate)
            return [.. _partitions.SelectMany(partition => partition.Value.Rows, (partition, row) => (partition.Key, row))];
    }

    /// <summary>All messages at this moment, in no order.</summary>
    public IReadOnlyList<StoredMessage> Messages()
    {
        lock (_gate)
            return [.. _messages.All];
    }

    /// <inheritdoc/>
    public async ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default)
    {
        StorageChecks.Key(partition);
        StorageChecks.Key(key);
        await TurnAsync(cancellation);
        lock (_gate)
            return _partitions.GetValueOrDefault(partition)?.Read(key);
    }

    /// <inheritdoc/>
    public async ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default)
    {
        StorageChecks.Range(partition, range, take);
        await TurnAsync(cancellation);
        var size = _interleaving.PageSize(take);
        lock (_gate)
            return _partitions.GetValueOrDefault(partition)?.ReadRange(range, size) ?? new([], null);
    }

    /// <inheritdoc/>
    public async ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        StorageChecks.Commit(partition, changes);
        await TurnAsync(cancellation);
        lock (_gate)
        {
            if (!_partitions.TryGetValue(partition, out var rows))
                _partitions[partition] = rows = new();
            return rows.Apply(changes, () => ETags.Format(++_lastVersion));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<QueueMessage> SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default)
    {
        StorageChecks.Send(queue, body, delay);
        await TurnAsync(cancellation);
        lock (_gate)
            return _messages.Send(queue, body, Now + delay.Ticks);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation = default)
    {
        StorageChecks.Receive(queue, max, visibility);
        await TurnAsync(cancellation);
        var now = Now;
        var received = new List<QueueMessage>();
        lock (_gate)
        {
            while (received.Count < max && _messages.Next(queue, now, now + visibility.Ticks) is { } message)
                received.Add(message);
        }

        return received;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken cancellation = default)
    {
        StorageChecks.Peek(queue, max);
        await TurnAsync(cancellation);
        lock (_gate)
            return _messages.Peek(queue, max, Now);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ReleaseAsync(QueueMessage message, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        await TurnAsync(cancellation);
        lock (_gate)
            return _messages.Release(message, Now);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(QueueMessage message, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        await TurnAsync(cancellation);
        lock (_gate)
            return _messages.Delete(message);
    }

    /// <inheritdoc/>
    public ValueTask<bool> WaitAsync(string queue, TimeSpan atMost, CancellationToken cancellation = default)
    {
        StorageChecks.Queue(queue);
        return _signals.WaitAsync(queue, () => NextVisible(queue), atMost, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<int> CountAsync(string queue, CancellationToken cancellation = default)
    {
        StorageChecks.Queue(queue);
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
            return new(_messages.Count(queue));
    }

    private long Now => _time.GetUtcNow().UtcTicks;

    private long? NextVisible(string queue)
    {
        lock (_gate)
            return _messages.NextVisible(queue);
    }

    private ValueTask TurnAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return _interleaving.TurnAsync();
    }
}
