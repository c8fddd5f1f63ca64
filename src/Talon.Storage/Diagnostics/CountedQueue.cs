namespace Talon.Storage;

/// <summary>A queue whose operations are counted.</summary>
internal sealed class CountedQueue(IMessageQueue inner, StorageTrips trips) : IMessageQueue
{
    public ValueTask<QueueMessage> SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default) =>
        trips.QueueAsync(inner.SendAsync(queue, body, delay, cancellation), sent: body);

    public ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation = default) =>
        trips.QueueAsync(inner.ReceiveAsync(queue, max, visibility, cancellation));

    public ValueTask<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken cancellation = default) =>
        trips.QueueAsync(inner.PeekAsync(queue, max, cancellation));

    public ValueTask<bool> ReleaseAsync(QueueMessage message, CancellationToken cancellation = default) =>
        trips.QueueAsync(inner.ReleaseAsync(message, cancellation));

    public ValueTask<bool> DeleteAsync(QueueMessage message, CancellationToken cancellation = default) =>
        trips.QueueAsync(inner.DeleteAsync(message, cancellation));
}
