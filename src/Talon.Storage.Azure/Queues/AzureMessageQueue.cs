using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Delivered = Azure.Storage.Queues.Models.QueueMessage;

namespace Talon.Storage.Azure;

/// <summary>Queues in Azure Queue Storage. Creating it makes no call; a queue comes into being at its first message.</summary>
/// <remarks>
/// Delays and visibility timeouts are rounded up to whole seconds. Messages never expire. The Functions host moves poison
/// in the same way as <see cref="ReceiveAsync"/>, so both may read a queue.
/// </remarks>
public sealed class AzureMessageQueue(StorageAccount account) : IMessageQueue
{
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    private readonly QueueServiceClient _service = account.Queues();
    private readonly ConcurrentDictionary<string, QueueClient> _queues = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<QueueMessage> SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default)
    {
        StorageChecks.Send(queue, body, delay);
        try
        {
            var sent = await SendTextAsync(queue, MessageText.Encode(body), delay, cancellation);
            return new(queue, sent.MessageId, sent.PopReceipt, body, 0);
        }
        catch (Exception exception) when (Failures.IsUnavailable(exception, cancellation))
        {
            throw Failures.Unavailable(exception);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation = default)
    {
        StorageChecks.Receive(queue, max, visibility);
        var received = new List<QueueMessage>();
        try
        {
            while (received.Count < max && await TakeAsync(queue, max - received.Count, visibility, received, cancellation))
            {
            }
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
        catch (Exception exception) when (Failures.IsUnavailable(exception, cancellation))
        {
            if (received.Count == 0)
                throw Failures.Unavailable(exception);
        }

        return received;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken cancellation = default)
    {
        StorageChecks.Peek(queue, max);
        try
        {
            var peeked = await Of(queue).PeekMessagesAsync(max, cancellation);
            return [.. peeked.Value.Select(message => new QueueMessage(queue, message.MessageId, "", MessageText.Decode(message.MessageText), (int)message.DequeueCount))];
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
        catch (Exception exception) when (Failures.IsUnavailable(exception, cancellation))
        {
            throw Failures.Unavailable(exception);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> ReleaseAsync(QueueMessage message, CancellationToken cancellation = default) =>
        OnReceivedAsync(message, queue => queue.UpdateMessageAsync(message.Id, message.Receipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: cancellation), cancellation);

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(QueueMessage message, CancellationToken cancellation = default) =>
        OnReceivedAsync(message, queue => queue.DeleteMessageAsync(message.Id, message.Receipt, cancellation), cancellation);

    /// <summary>Takes one batch; whether some of it was poison, so that there may be more.</summary>
    private async Task<bool> TakeAsync(string queue, int max, TimeSpan visibility, List<QueueMessage> received, CancellationToken cancellation)
    {
        var batch = await Of(queue).ReceiveMessagesAsync(max, UpToSeconds(visibility), cancellation);
        var poisoned = false;
        foreach (var message in batch.Value)
        {
            if (message.DequeueCount <= IMessageQueue.MaxDeliveries || PoisonQueue.Is(queue))
            {
                received.Add(new(queue, message.MessageId, message.PopReceipt, MessageText.Decode(message.MessageText), (int)message.DequeueCount));
                continue;
            }

            poisoned = true;
            await PoisonAsync(queue, message, cancellation);
        }

        return poisoned;
    }

    private async Task PoisonAsync(string queue, Delivered message, CancellationToken cancellation)
    {
        await SendTextAsync(PoisonQueue.Of(queue), message.MessageText, TimeSpan.Zero, cancellation);
        await IsDoneAsync(Of(queue).DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation));
    }

    /// <summary>Does something with a message that was received; false when it was delivered again meanwhile, or is gone.</summary>
    private async ValueTask<bool> OnReceivedAsync(QueueMessage message, Func<QueueClient, Task> act, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        // Without an id the address would be that of all messages.
        if (message.Id.Length == 0 || message.Receipt.Length == 0)
            return false;
        try
        {
            return await IsDoneAsync(act(Of(message.Queue)));
        }
        catch (Exception exception) when (Failures.IsUnavailable(exception, cancellation))
        {
            throw Failures.Unavailable(exception);
        }
    }

    private static async Task<bool> IsDoneAsync(Task act)
    {
        try
        {
            await act;
            return true;
        }
        catch (RequestFailedException gone) when (gone.Status is 400 or 404)
        {
            return false;
        }
    }

    private async Task<SendReceipt> SendTextAsync(string queue, string text, TimeSpan delay, CancellationToken cancellation)
    {
        var client = Of(queue);
        try
        {
            return (await client.SendMessageAsync(text, UpToSeconds(delay), Never, cancellation)).Value;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await client.CreateIfNotExistsAsync(cancellationToken: cancellation);
            return (await client.SendMessageAsync(text, UpToSeconds(delay), Never, cancellation)).Value;
        }
    }

    private QueueClient Of(string queue) => _queues.GetOrAdd(queue, _service.GetQueueClient);

    private static TimeSpan UpToSeconds(TimeSpan time) => TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));
}
