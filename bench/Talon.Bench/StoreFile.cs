using SQLitePCL;

namespace Talon.Bench;

/// <summary>The file of a server that has ended, to be looked through row by row.</summary>
internal sealed class StoreFile : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _find;

    /// <summary>Opens the file.</summary>
    public StoreFile(string path)
    {
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        Done(raw.sqlite3_open_v2(path, out _database, raw.SQLITE_OPEN_READONLY, null));
        _find = Prepare("SELECT body FROM table_row WHERE partition = ?1 AND key = ?2");
    }

    /// <summary>All rows of all partitions.</summary>
    public IEnumerable<(string Partition, string Key, byte[] Body)> Rows()
    {
        using var statement = Prepare("SELECT partition, key, body FROM table_row");
        while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            yield return (Text(statement, 0), Text(statement, 1), raw.sqlite3_column_blob(statement, 2).ToArray());
    }

    /// <summary>The body of a row; null when there is none.</summary>
    public byte[]? Find(string partition, string key)
    {
        raw.sqlite3_bind_text(_find, 1, partition);
        raw.sqlite3_bind_text(_find, 2, key);
        var body = raw.sqlite3_step(_find) == raw.SQLITE_ROW ? raw.sqlite3_column_blob(_find, 0).ToArray() : null;
        raw.sqlite3_reset(_find);
        return body;
    }

    /// <summary>What stands in the messages of all queues.</summary>
    public IReadOnlyList<string> Messages()
    {
        using var statement = Prepare("SELECT body FROM message");
        var messages = new List<string>();
        while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            messages.Add(Text(statement, 0));
        return messages;
    }

    public void Dispose()
    {
        _find.Dispose();
        _database.Dispose();
    }

    private static string Text(sqlite3_stmt statement, int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    private static void Done(int code)
    {
        if (code != raw.SQLITE_OK)
            throw new RaceException($"The store file cannot be read: {code}.");
    }

    private sqlite3_stmt Prepare(string query)
    {
        Done(raw.sqlite3_prepare_v2(_database, query, out var statement));
        return statement;
    }
}
