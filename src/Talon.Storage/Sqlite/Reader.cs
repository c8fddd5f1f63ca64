using System.Globalization;

namespace Talon.Storage;

/// <summary>The queries, on a connection of their own that sees what is committed and nothing else.</summary>
internal sealed class Reader : IDisposable
{
    // The first character after the key alphabet, so that a range without an end needs no query of its own.
    private const string AfterAllKeys = "\x7F";

    private readonly Database _database;
    private readonly Statement _point;
    private readonly Statement _range;
    private readonly Statement _nextVisible;
    private readonly Statement _count;
    private readonly Statement _peek;

    public Reader(string path)
    {
        _database = Database.Open(path);
        _database.Execute("PRAGMA query_only = ON");
        _point = _database.Prepare("SELECT version, body FROM table_row WHERE partition = ?1 AND key = ?2");
        _range = _database.Prepare(
            """
            SELECT key, version, body FROM table_row
            WHERE partition = ?1 AND key >= ?2 AND key < ?3 ORDER BY key LIMIT ?4
            """);
        _nextVisible = _database.Prepare("SELECT min(visible) FROM message WHERE queue = ?1");
        _count = _database.Prepare("SELECT count(*) FROM message WHERE queue = ?1");
        _peek = _database.Prepare("SELECT id, delivery, body FROM message WHERE queue = ?1 AND visible <= ?2 ORDER BY visible LIMIT ?3");
    }

    public Row? Read(string partition, string key)
    {
        if (!_point.Bind(1, partition).Bind(2, key).Step())
            return null;
        var row = new Row(key, ETags.Format(_point.Number(0)), _point.Bytes(1));
        _point.Reset();
        return row;
    }

    public RowPage ReadRange(string partition, KeyRange keys, int take)
    {
        var page = new PageBuilder(keys, take);
        // One row more than the page may hold tells where the next one begins.
        _range.Bind(1, partition).Bind(2, keys.From).Bind(3, keys.Until ?? AfterAllKeys).Bind(4, take + 1);
        while (_range.Step())
        {
            var key = _range.Text(0);
            if (!page.Fits(_range.Size(2)))
            {
                _range.Reset();
                return page.Until(key);
            }

            page.Add(new(key, ETags.Format(_range.Number(1)), _range.Bytes(2)));
        }

        return page.Last();
    }

    /// <summary>When the first message of a queue is visible, in UTC ticks; null when the queue is empty.</summary>
    public long? NextVisible(string queue)
    {
        _nextVisible.Bind(1, queue).Step();
        long? ticks = _nextVisible.IsNull(0) ? null : _nextVisible.Number(0);
        _nextVisible.Reset();
        return ticks;
    }

    /// <summary>The first messages of a queue that are visible.</summary>
    public IReadOnlyList<QueueMessage> Peek(string queue, int max, long now)
    {
        var messages = new List<QueueMessage>();
        _peek.Bind(1, queue).Bind(2, now).Bind(3, max);
        while (_peek.Step())
            messages.Add(new(queue, _peek.Number(0).ToString(CultureInfo.InvariantCulture), "", _peek.Text(2), (int)_peek.Number(1)));
        return messages;
    }

    public int Count(string queue)
    {
        _count.Bind(1, queue).Step();
        var messages = (int)_count.Number(0);
        _count.Reset();
        return messages;
    }

    public void Dispose() => _database.Dispose();
}
