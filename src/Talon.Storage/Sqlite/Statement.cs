using System.Text;
using SQLitePCL;

namespace Talon.Storage;

/// <summary>A prepared statement. Parameters and columns are counted as SQLite does: from 1, and from 0.</summary>
internal sealed class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    public Statement Bind(int parameter, long value)
    {
        database.Check(raw.sqlite3_bind_int64(handle, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, string value)
    {
        Span<byte> buffer = stackalloc byte[StorageLimits.MaxKey];
        var utf8 = Encoding.UTF8.TryGetBytes(value, buffer, out var length) ? buffer[..length] : Encoding.UTF8.GetBytes(value);
        // Nothing has no address, which SQLite would take for null.
        database.Check(utf8.IsEmpty
            ? raw.sqlite3_bind_text(handle, parameter, "")
            : raw.sqlite3_bind_text(handle, parameter, utf8));
        return this;
    }

    public Statement Bind(int parameter, ReadOnlyMemory<byte> value)
    {
        database.Check(value.IsEmpty
            ? raw.sqlite3_bind_zeroblob(handle, parameter, 0)
            : raw.sqlite3_bind_blob(handle, parameter, value.Span));
        return this;
    }

    /// <summary>Goes to the next row; false, and ready to be run again, after the last.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
            return true;
        try
        {
            database.Check(code);
        }
        finally
        {
            Reset();
        }

        return false;
    }

    /// <summary>Runs to the end; the rows that were changed.</summary>
    public int Run()
    {
        while (Step())
        {
        }

        return database.Changes;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public int Size(int column) => raw.sqlite3_column_bytes(handle, column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    /// <summary>Leaves the rows that remain and makes the statement ready to be run again.</summary>
    public void Reset() => raw.sqlite3_reset(handle);

    public void Dispose() => handle.Dispose();
}
