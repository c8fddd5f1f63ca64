namespace Talon.Storage;

/// <summary>The one thread that writes. All work that waits shares one transaction, and so one sync of the disk.</summary>
/// <remarks>
/// Each piece of work stands in a savepoint of its own: what it writes is undone when it conflicts or fails, and the
/// rest of the group is not affected. Answers are given after the commit, which SQLite ends with the sync.
/// </remarks>
internal sealed class GroupWriter
{
    private readonly Database _database;
    private readonly LogMover _log;
    private readonly Sequence _sequence;
    private readonly Action _committed;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _savepoint;
    private readonly Statement _undo;
    private readonly Statement _release;
    private readonly object _gate = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<WriteWork> _waiting = [];
    private bool _stopping;

    /// <summary>Starts the thread, which from now on owns the connection.</summary>
    /// <param name="database">The write connection; disposed at the end.</param>
    /// <param name="sequence">The numbers that the work uses.</param>
    /// <param name="committed">Called after each commit, before the answers.</param>
    public GroupWriter(Database database, Sequence sequence, Action committed)
    {
        _database = database;
        _log = new(database);
        _sequence = sequence;
        _committed = committed;
        _begin = database.Prepare("BEGIN IMMEDIATE");
        _commit = database.Prepare("COMMIT");
        _savepoint = database.Prepare("SAVEPOINT work");
        _undo = database.Prepare("ROLLBACK TO work");
        _release = database.Prepare("RELEASE work");
        new Thread(Loop) { IsBackground = true, Name = $"writer of {Path.GetFileName(database.Path)}" }.Start();
    }

    /// <summary>Queues work; the answer comes when it is on the disk.</summary>
    public Task<T> RunAsync<T>(Func<T> run, Func<T, bool>? keep = null)
    {
        var work = new WriteWork<T>(run, keep ?? (_ => true));
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_stopping, typeof(SqliteStore));
            _waiting.Add(work);
            Monitor.Pulse(_gate);
        }

        return work.Answer;
    }

    /// <summary>Writes what waits, moves the log into the file and closes the connection.</summary>
    public Task StopAsync()
    {
        lock (_gate)
        {
            _stopping = true;
            Monitor.Pulse(_gate);
        }

        return _ended.Task;
    }

    private void Loop()
    {
        while (Take() is { } group)
            Write(group);
        Close();
        _ended.SetResult();
    }

    private List<WriteWork>? Take()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_stopping)
                    return null;
                Monitor.Wait(_gate);
            }

            var group = _waiting;
            _waiting = [];
            return group;
        }
    }

    private void Write(List<WriteWork> group)
    {
        try
        {
            _begin.Run();
            group.ForEach(Write);
            _sequence.Save();
            _commit.Run();
        }
        catch (Exception e)
        {
            RollBack();
            group.ForEach(work => work.Fail(e));
            return;
        }

        _sequence.Saved();
        _committed();
        group.ForEach(work => work.Complete());
        _log.Committed();
    }

    private void Write(WriteWork work)
    {
        _savepoint.Run();
        var keep = false;
        try
        {
            keep = work.Run();
        }
        catch (Exception e) when (_database.InTransaction)
        {
            work.Fail(e);
        }

        if (!keep)
            _undo.Run();
        _release.Run();
    }

    // Left alone, a failed roll-back makes the next BEGIN fail, and that error has callers to tell it to.
    private void RollBack()
    {
        try
        {
            if (_database.InTransaction)
                _database.Execute("ROLLBACK");
        }
        catch (Exception e) when (e is StorageUnavailableException or StoreFileException)
        {
        }
    }

    private void Close()
    {
        _log.Close();
        _database.Dispose();
    }
}
