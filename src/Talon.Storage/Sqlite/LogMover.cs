namespace Talon.Storage;

/// <summary>Moves the write-ahead log into the file: its bulk on a thread of its own, beside the commits.</summary>
/// <remarks>
/// The log begins anew only when all of it is in the file, which never comes about beside steady commits. So once it is
/// long, the thread that commits moves what little is left, and pays for neither the bulk nor the wait for the disk.
/// </remarks>
internal sealed class LogMover
{
    /// <summary>Pages after which the log is moved; a page is 4 KiB.</summary>
    private const int Stretch = 250;

    /// <summary>Pages after which the log begins anew. Commits wait for that, longer the more there is: 65 ms for 10,000 pages.</summary>
    private const int Longest = 4 * Stretch;

    private readonly Database _writer;
    private readonly object _gate = new();
    private Thread? _thread;
    private int _length;
    private int _asked;
    private bool _due;
    private bool _stopping;

    /// <summary>Takes the moving over from SQLite, which would do it inside commits.</summary>
    public LogMover(Database writer)
    {
        _writer = writer;
        writer.Execute("PRAGMA wal_autocheckpoint = 0");
    }

    /// <summary>Called by the thread that commits, between two groups.</summary>
    public void Committed()
    {
        _length += _writer.TakePagesWritten();
        if (_length >= Longest)
        {
            if (Quietly(_writer, LogMove.Anew))
                _length = _asked = 0;
        }
        else if (_length >= _asked + Stretch)
        {
            _asked = _length;
            Ask();
        }
    }

    /// <summary>Moves all of the log and removes it.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _stopping = true;
            Monitor.Pulse(_gate);
        }

        _thread?.Join();
        Quietly(_writer, LogMove.Away);
    }

    // What cannot be moved stays in the log, where it is safe; a broken file is told to those who read and write it.
    private static bool Quietly(Database database, LogMove move)
    {
        try
        {
            return database.TryMoveLog(move);
        }
        catch (Exception e) when (e is StorageUnavailableException or StoreFileException)
        {
            return false;
        }
    }

    private void Ask()
    {
        lock (_gate)
        {
            _due = true;
            Monitor.Pulse(_gate);
        }

        if (_thread is null)
        {
            _thread = new Thread(Loop) { IsBackground = true, Name = $"log of {Path.GetFileName(_writer.Path)}" };
            _thread.Start();
        }
    }

    private void Loop()
    {
        try
        {
            using var database = Database.Open(_writer.Path);
            while (Wait())
                Quietly(database, LogMove.Beside);
        }
        catch (Exception e) when (e is StorageUnavailableException or StoreFileException)
        {
            // The thread that commits moves it all.
        }
    }

    private bool Wait()
    {
        lock (_gate)
        {
            while (!_due && !_stopping)
                Monitor.Wait(_gate);
            _due = false;
            return !_stopping;
        }
    }
}
