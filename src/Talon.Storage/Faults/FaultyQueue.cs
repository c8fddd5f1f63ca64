namespace Talon.Storage;

/// <summary>A queue that fails as planned, and repeats, delays and reorders messages.</summary>
internal sealed class FaultyQueue(IMessageQueue inner, FaultInjector faults) : IMessageQueue
{
    public ValueTask<QueueMessage> SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default) =>
        faults.RunAsync(
            StorageOperation.On(StorageOperationKind.Send, queue),
            async fault =>
            {
                var later = AtMost(StorageLimits.MaxDelay, delay + fault.Span);
                var message = await inner.SendAsync(queue, body, fault.Kind == FaultKind.Late ? later : delay, cancellation);
                if (fault.Kind == FaultKind.Duplicate)
                    await inner.SendAsync(queue, body, later, cancellation);
                return message;
            });

    public ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation = default) =>
        faults.RunAsync(
            StorageOperation.On(StorageOperationKind.Receive, queue),
            async fault =>
            {
                var hidden = fault.Kind == FaultKind.Reappear ? AtMost(visibility, fault.Span + TimeSpan.FromTicks(1)) : visibility;
                var messages = await inner.ReceiveAsync(queue, max, hidden, cancellation);
                return fault.Kind == FaultKind.Reverse ? [.. messages.Reverse()] : messages;
            });

    public ValueTask<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken cancellation = default) =>
        faults.RunAsync(
            StorageOperation.On(StorageOperationKind.Peek, queue),
            _ => inner.PeekAsync(queue, max, cancellation));

    public ValueTask<bool> ReleaseAsync(QueueMessage message, CancellationToken cancellation = default) =>
        faults.RunAsync(
            StorageOperation.On(StorageOperationKind.Release, message.Queue),
            _ => inner.ReleaseAsync(message, cancellation));

    public ValueTask<bool> DeleteAsync(QueueMessage message, CancellationToken cancellation = default) =>
        faults.RunAsync(
            StorageOperation.On(StorageOperationKind.Delete, message.Queue),
            _ => inner.DeleteAsync(message, cancellation));

    private static TimeSpan AtMost(TimeSpan longest, TimeSpan span) => span < longest ? span : longest;
}
