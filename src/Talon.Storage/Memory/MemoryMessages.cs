using System.Globalization;

namespace Talon.Storage;

/// <summary>The messages of all queues. Times are UTC ticks. Not synchronised.</summary>
internal sealed class MemoryMessages(QueueSignals signals)
{
    private readonly Dictionary<string, SortedSet<Message>> _queues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Message> _byId = new(StringComparer.Ordinal);
    private long _lastId;

    public IEnumerable<StoredMessage> All => _byId.Values.Select(message =>
        new StoredMessage(message.Queue, message.Id, message.Body, new(message.Visible, TimeSpan.Zero), message.Delivery));

    public QueueMessage Send(string queue, string body, long visible)
    {
        var message = Add(new(queue, ++_lastId, visible, 0, body));
        signals.Raise(queue);
        return message.Delivered;
    }

    /// <summary>Takes the next visible message; null when there is none.</summary>
    public QueueMessage? Next(string queue, long now, long until)
    {
        while (Of(queue).Min is { } message && message.Visible <= now)
        {
            Remove(message);
            if (message.Delivery < IMessageQueue.MaxDeliveries || PoisonQueue.Is(queue))
                return Add(message with { Visible = until, Delivery = message.Delivery + 1 }).Delivered;
            signals.Raise(Add(message with { Queue = PoisonQueue.Of(queue), Visible = now, Delivery = 0 }).Queue);
        }

        return null;
    }

    public IReadOnlyList<QueueMessage> Peek(string queue, int max, long now) =>
        [.. Of(queue).TakeWhile(message => message.Visible <= now).Take(max).Select(message => message.Delivered with { Receipt = "" })];

    public bool Release(QueueMessage delivered, long now)
    {
        if (Current(delivered) is not { } message)
            return false;
        Remove(message);
        Add(message with { Visible = now });
        signals.Raise(message.Queue);
        return true;
    }

    public bool Delete(QueueMessage delivered)
    {
        if (Current(delivered) is not { } message)
            return false;
        Remove(message);
        return true;
    }

    public long? NextVisible(string queue) => Of(queue).Min?.Visible;

    public int Count(string queue) => Of(queue).Count;

    private Message? Current(QueueMessage delivered) =>
        _byId.TryGetValue(delivered.Id, out var message) && message.Queue == delivered.Queue && message.Delivered.Receipt == delivered.Receipt ? message : null;

    private Message Add(Message message)
    {
        Of(message.Queue).Add(message);
        _byId[message.Id] = message;
        return message;
    }

    private void Remove(Message message)
    {
        Of(message.Queue).Remove(message);
        _byId.Remove(message.Id);
    }

    private SortedSet<Message> Of(string queue)
    {
        if (!_queues.TryGetValue(queue, out var messages))
            _queues[queue] = messages = new(Comparer<Message>.Create(static (a, b) => (a.Visible, a.Number).CompareTo((b.Visible, b.Number))));
        return messages;
    }

    private sealed record Message(string Queue, long Number, long Visible, int Delivery, string Body)
    {
        public string Id { get; } = Number.ToString(CultureInfo.InvariantCulture);

        public QueueMessage Delivered => new(Queue, Id, Receipt.Format(Delivery, Visible), Body, Delivery);
    }
}
