using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Takes messages from a queue and handles them, for hosts that have no queue functions of their own.</summary>
public sealed class QueuePump(IMessageQueue queue, QueueHandlers handlers, TimeProvider clock)
{
    private const int MostAtOnce = 16;

    private static readonly TimeSpan Visibility = TimeSpan.FromSeconds(30);

    /// <summary>Handles what is visible now; the number of messages handled. A message that fails comes again after its visibility timeout, and is put aside with the reason when it fails for the last time.</summary>
    /// <param name="name">The queue.</param>
    /// <param name="failed">Told of a failure, with the message.</param>
    /// <param name="cancellation">Ends the work between messages.</param>
    public async Task<int> RunOnceAsync(string name, Action<QueueMessage, Exception> failed, CancellationToken cancellation)
    {
        var messages = await queue.ReceiveAsync(name, MostAtOnce, Visibility, cancellation);
        await Task.WhenAll(messages.Select(message => HandleAsync(message, failed, cancellation)));
        return messages.Count;
    }

    private async Task HandleAsync(QueueMessage message, Action<QueueMessage, Exception> failed, CancellationToken cancellation)
    {
        try
        {
            await handlers.HandleAsync(message.Queue, message.Body, cancellation);
            await queue.DeleteAsync(message, cancellation);
        }
        catch (Exception failure) when (failure is StorageUnavailableException or InvalidOperationException or System.Text.Json.JsonException)
        {
            failed(message, failure);
            if (message.Delivery < IMessageQueue.MaxDeliveries)
                return;
            await queue.SendAsync(PoisonQueue.Of(message.Queue), PoisonMessage.From(message.Body, failure, clock.GetUtcNow()).Encode(), cancellation: cancellation);
            await queue.DeleteAsync(message, cancellation);
        }
    }
}
