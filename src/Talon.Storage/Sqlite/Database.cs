using SQLitePCL;

namespace Talon.Storage;

/// <summary>One connection to the file, for one thread at a time.</summary>
internal sealed class Database : IDisposable
{
    private const int BusyMilliseconds = 5000;

    private readonly sqlite3 _handle;
    private readonly List<Statement> _prepared = [];

    static Database() => Batteries_V2.Init();

    private Database(string path, sqlite3 handle)
    {
        Path = path;
        _handle = handle;
    }

    public string Path { get; }

    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>Rows changed by the last statement.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>Opens the file, or creates an empty one.</summary>
    public static Database Open(string path)
    {
        const int Flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX;
        var code = raw.sqlite3_open_v2(path, out var handle, Flags, null);
        var database = new Database(path, handle);
        try
        {
            database.Check(code);
            raw.sqlite3_busy_timeout(handle, BusyMilliseconds);
            // Otherwise each new value of a range compiles the statement anew, in case it deserved another plan.
            database.Check(raw.sqlite3_db_config(handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Compiles a statement, to be used until the connection is closed.</summary>
    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var compiled));
        var statement = new Statement(this, compiled);
        _prepared.Add(statement);
        return statement;
    }

    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>The single value of a query that yields one.</summary>
    public string Ask(string sql)
    {
        var statement = Prepare(sql);
        var answer = statement.Step() ? statement.Text(0) : "";
        statement.Reset();
        return answer;
    }

    /// <summary>The pages that this connection has written since it was last asked.</summary>
    public int TakePagesWritten()
    {
        Check(raw.sqlite3_db_status(_handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1));
        return pages;
    }

    /// <summary>Moves the write-ahead log into the file; false when somebody is in the way.</summary>
    public bool TryMoveLog(LogMove move)
    {
        var code = raw.sqlite3_wal_checkpoint_v2(_handle, null, (int)move, out _, out _);
        if ((code & 0xFF) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
            return false;
        Check(code);
        return true;
    }

    /// <summary>Throws what a result code of SQLite means to the callers of the store.</summary>
    public void Check(int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)
            return;
        var message = raw.sqlite3_errmsg(_handle).utf8_to_string();
        throw (code & 0xFF) switch
        {
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_CANTOPEN => new StoreFileException(Path, message),
            _ => new StorageUnavailableException($"SQLite error {code} on '{Path}': {message}"),
        };
    }

    public void Dispose()
    {
        // SQLite lets go of its files only when no statement is left.
        _prepared.ForEach(statement => statement.Dispose());
        _handle.Dispose();
    }
}
