using System.Globalization;

namespace Talon.Storage;

/// <summary>Changes the queues on the write connection. Times are UTC ticks.</summary>
internal sealed class MessageWriter(Database database, Sequence sequence, QueueSignals signals)
{
    private readonly HashSet<string> _filled = new(StringComparer.Ordinal);

    private readonly Statement _send = database.Prepare(
        "INSERT INTO message(id, queue, visible, delivery, body) VALUES (?1, ?2, ?3, 0, ?4)");

    private readonly Statement _receive = database.Prepare(
        """
        UPDATE message SET visible = ?3, delivery = delivery + 1
        WHERE id = (SELECT id FROM message WHERE queue = ?1 AND visible <= ?2 ORDER BY visible LIMIT 1)
        RETURNING id, delivery, body
        """);

    private readonly Statement _poison = database.Prepare(
        "UPDATE message SET queue = ?2, visible = ?3, delivery = 0 WHERE id = ?1");

    private readonly Statement _release = database.Prepare(
        "UPDATE message SET visible = ?5 WHERE id = ?1 AND queue = ?2 AND delivery = ?3 AND visible = ?4");

    private readonly Statement _delete = database.Prepare(
        "DELETE FROM message WHERE id = ?1 AND queue = ?2 AND delivery = ?3 AND visible = ?4");

    public QueueMessage Send(string queue, string body, long visible)
    {
        var id = sequence.Next();
        _send.Bind(1, id).Bind(2, queue).Bind(3, visible).Bind(4, body).Run();
        _filled.Add(queue);
        return new QueueMessage(queue, id.ToString(CultureInfo.InvariantCulture), Receipt.Format(0, visible), body, 0);
    }

    public IReadOnlyList<QueueMessage> Receive(string queue, int max, long now, long until)
    {
        var messages = new List<QueueMessage>();
        while (messages.Count < max && Next(queue, now, until) is { } message)
        {
            if (message.Delivery > IMessageQueue.MaxDeliveries && !PoisonQueue.Is(queue))
                Poison(message, now);
            else
                messages.Add(message);
        }

        return messages;
    }

    public bool Release(QueueMessage message, long now)
    {
        var released = Bind(_release, message) && _release.Bind(5, now).Run() == 1;
        if (released)
            _filled.Add(message.Queue);
        return released;
    }

    public bool Delete(QueueMessage message) => Bind(_delete, message) && _delete.Run() == 1;

    /// <summary>Wakes the receivers, once what they will look for is committed.</summary>
    public void Signal()
    {
        foreach (var queue in _filled)
            signals.Raise(queue);
        _filled.Clear();
    }

    private static bool Bind(Statement statement, QueueMessage message)
    {
        var received = long.TryParse(message.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            & Receipt.TryParse(message.Receipt, out var delivery, out var until);
        if (received)
            statement.Bind(1, id).Bind(2, message.Queue).Bind(3, delivery).Bind(4, until);
        return received;
    }

    private QueueMessage? Next(string queue, long now, long until)
    {
        if (!_receive.Bind(1, queue).Bind(2, now).Bind(3, until).Step())
            return null;
        var id = _receive.Number(0).ToString(CultureInfo.InvariantCulture);
        var delivery = (int)_receive.Number(1);
        var message = new QueueMessage(queue, id, Receipt.Format(delivery, until), _receive.Text(2), delivery);
        _receive.Run();
        return message;
    }

    private void Poison(QueueMessage message, long now)
    {
        var queue = PoisonQueue.Of(message.Queue);
        _poison.Bind(1, long.Parse(message.Id, CultureInfo.InvariantCulture)).Bind(2, queue).Bind(3, now).Run();
        _filled.Add(queue);
    }
}
