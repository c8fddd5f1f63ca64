using Talon.Storage;

namespace Talon.Server.Tests;

/// <summary>An in-memory store that tells where something was written since it was last asked.</summary>
internal sealed class WatchedTables : ITableStore, IMessageQueue
{
    private readonly MemoryStore _store = new(TimeProvider.System);
    private readonly List<string> _written = [];

    /// <summary>The partitions written to since the last call, and the queues sent to.</summary>
    public IReadOnlyList<string> TakeWritten()
    {
        lock (_written)
        {
            string[] taken = [.. _written];
            _written.Clear();
            return taken;
        }
    }

    public ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default) => _store.ReadAsync(partition, key, cancellation);

    public ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default) =>
        _store.ReadRangeAsync(partition, range, take, cancellation);

    public async ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        var result = await _store.CommitAsync(partition, changes, cancellation);
        if (result.Committed)
            Note(partition);
        return result;
    }

    public ValueTask<QueueMessage> SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default)
    {
        Note("queue " + queue);
        return _store.SendAsync(queue, body, delay, cancellation);
    }

    public ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation = default) =>
        _store.ReceiveAsync(queue, max, visibility, cancellation);

    public ValueTask<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken cancellation = default) => _store.PeekAsync(queue, max, cancellation);

    public ValueTask<bool> ReleaseAsync(QueueMessage message, CancellationToken cancellation = default) => _store.ReleaseAsync(message, cancellation);

    public ValueTask<bool> DeleteAsync(QueueMessage message, CancellationToken cancellation = default) => _store.DeleteAsync(message, cancellation);

    private void Note(string place)
    {
        lock (_written)
            _written.Add(place);
    }
}
