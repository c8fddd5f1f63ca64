using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The queues as a rehearsal sees them: nothing may be sent or taken.</summary>
internal sealed class RehearsedQueue : IMessageQueue
{
    public ValueTask<QueueMessage> SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default) => Ended<QueueMessage>();

    public ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation = default) => Ended<IReadOnlyList<QueueMessage>>();

    public ValueTask<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken cancellation = default) => Ended<IReadOnlyList<QueueMessage>>();

    public ValueTask<bool> ReleaseAsync(QueueMessage message, CancellationToken cancellation = default) => Ended<bool>();

    public ValueTask<bool> DeleteAsync(QueueMessage message, CancellationToken cancellation = default) => Ended<bool>();

    private static ValueTask<T> Ended<T>() => ValueTask.FromException<T>(new RehearsalEndedException());
}
