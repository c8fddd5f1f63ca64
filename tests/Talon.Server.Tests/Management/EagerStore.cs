using Talon.Storage;

namespace Talon.Server.Tests;

/// <summary>A store whose messages are handled before the sender goes on, as an idle worker may do it.</summary>
internal sealed class EagerStore(MemoryStore inner) : ITableStore, IMessageQueue
{
    /// <summary>Handles a message that is visible at once.</summary>
    public Func<string, string, Task> Handle { get; set; } = (_, _) => Task.CompletedTask;

    public ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default) => inner.ReadAsync(partition, key, cancellation);

    public ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default) =>
        inner.ReadRangeAsync(partition, range, take, cancellation);

    public ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default) => inner.CommitAsync(partition, changes, cancellation);

    public async ValueTask<QueueMessage> SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default)
    {
        var message = await inner.SendAsync(queue, body, delay, cancellation);
        if (delay == TimeSpan.Zero)
            await Handle(queue, body);
        return message;
    }

    public ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation = default) => inner.ReceiveAsync(queue, max, visibility, cancellation);

    public ValueTask<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken cancellation = default) => inner.PeekAsync(queue, max, cancellation);

    public ValueTask<bool> ReleaseAsync(QueueMessage message, CancellationToken cancellation = default) => inner.ReleaseAsync(message, cancellation);

    public ValueTask<bool> DeleteAsync(QueueMessage message, CancellationToken cancellation = default) => inner.DeleteAsync(message, cancellation);
}
