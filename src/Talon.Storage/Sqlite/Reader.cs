using System.Globalization;

namespace Talon.Storage;

/// <summary>The queries, on a connection of their own that sees what is committed and nothing else.</summary>
internal sealed class Reader : IDisposable
{
    // The first character after the key alphabet, so that a range without an end needs no query of its own.
    private const string AfterAllKeys = "\x7F";

    private readonly Database database;
    private readonly Statement point;
    private readonly Statement range;
    private readonly Statement nextVisible;
    private readonly Statement count;
    private readonly Statement peek;

    public Reader(string path)
    {
        database = Database.Open(path);
        database.Execute("PRAGMA query_only = ON");
        point = database.Prepare("SELECT version, body FROM table_row WHERE partition = ?1 AND key = ?2");
        range = database.Prepare(
            """
            SELECT key, version, body FROM table_row
            WHERE partition = ?1 AND key >= ?2 AND key < ?3 ORDER BY key LIMIT ?4
            """);
        nextVisible = database.Prepare("SELECT min(visible) FROM message WHERE queue = ?1");
        count = database.Prepare("SELECT count(*) FROM message WHERE queue = ?1");
        peek = database.Prepare("SELECT id, delivery, body FROM message WHERE queue = ?1 AND visible <= ?2 ORDER BY visible LIMIT ?3");
    }

    public Row? Read(string partition, string key)
    {
        if (!point.Bind(1, partition).Bind(2, key).Step())
            return null;
        var row = new Row(key, ETags.Format(point.Number(0)), point.Bytes(1));
        point.Reset();
        return row;
    }

    public RowPage ReadRange(string partition, KeyRange keys, int take)
    {
        var page = new PageBuilder(keys, take);
        // One row more than the page may hold tells where the next one begins.
        range.Bind(1, partition).Bind(2, keys.From).Bind(3, keys.Until ?? AfterAllKeys).Bind(4, take + 1);
        while (range.Step())
        {
            var key = range.Text(0);
            if (!page.Fits(range.Size(2)))
            {
                range.Reset();
                return page.Until(key);
            }

            page.Add(new(key, ETags.Format(range.Number(1)), range.Bytes(2)));
        }

        return page.Last();
    }

    /// <summary>When the first message of a queue is visible, in UTC ticks; null when the queue is empty.</summary>
    public long? NextVisible(string queue)
    {
        nextVisible.Bind(1, queue).Step();
        long? ticks = nextVisible.IsNull(0) ? null : nextVisible.Number(0);
        nextVisible.Reset();
        return ticks;
    }

    /// <summary>The first messages of a queue that are visible.</summary>
    public IReadOnlyList<QueueMessage> Peek(string queue, int max, long now)
    {
        var messages = new List<QueueMessage>();
        peek.Bind(1, queue).Bind(2, now).Bind(3, max);
        while (peek.Step())
            messages.Add(new(queue, peek.Number(0).ToString(CultureInfo.InvariantCulture), "", peek.Text(2), (int)peek.Number(1)));
        return messages;
    }

    public int Count(string queue)
    {
        count.Bind(1, queue).Step();
        var messages = (int)count.Number(0);
        count.Reset();
        return messages;
    }

    public void Dispose() => database.Dispose();
}
