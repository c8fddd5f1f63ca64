namespace Talon.Storage;

/// <summary>
/// Named queues: at least once, unordered, with delays, visibility timeouts and a poison queue.
/// </summary>
/// <remarks>
/// A message that was delivered <see cref="MaxDeliveries"/> times without being deleted moves to the queue
/// <c>NAME-poison</c> at the next attempt to deliver it, and leaves that only by being deleted. Queues come into being on first use. Every member throws
/// <see cref="StorageUnavailableException"/> when the store does not answer; a send may then have taken effect.
/// </remarks>
public interface IMessageQueue
{
    /// <summary>Deliveries after which a message is poison.</summary>
    const int MaxDeliveries = 5;

    /// <summary>Adds a message that becomes visible after <paramref name="delay"/>.</summary>
    /// <returns>The message before its first delivery: until then it can be deleted with it.</returns>
    ValueTask<QueueMessage> SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default);

    /// <summary>Takes up to <paramref name="max"/> (1 to 32) visible messages and hides them for <paramref name="visibility"/>.</summary>
    ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation = default);

    /// <summary>Shows up to <paramref name="max"/> (1 to 32) visible messages without taking them; the first to be received come first.</summary>
    /// <remarks>It is no delivery: receipts are empty, and <see cref="QueueMessage.Delivery"/> counts the deliveries so far.</remarks>
    ValueTask<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken cancellation = default);

    /// <summary>Makes a received message visible again at once; false when it was delivered again meanwhile, or is gone.</summary>
    ValueTask<bool> ReleaseAsync(QueueMessage message, CancellationToken cancellation = default);

    /// <summary>Removes a received message; false when it was delivered again meanwhile, or is gone.</summary>
    ValueTask<bool> DeleteAsync(QueueMessage message, CancellationToken cancellation = default);
}
