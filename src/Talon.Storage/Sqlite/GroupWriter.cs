namespace Talon.Storage;

/// <summary>The one thread that writes. All work that waits shares one transaction, and so one sync of the disk.</summary>
/// <remarks>
/// Each piece of work stands in a savepoint of its own: what it writes is undone when it conflicts or fails, and the
/// rest of the group is not affected. Answers are given after the commit, which SQLite ends with the sync.
/// </remarks>
internal sealed class GroupWriter
{
    private readonly Database database;
    private readonly LogMover log;
    private readonly Sequence sequence;
    private readonly Action committed;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement savepoint;
    private readonly Statement undo;
    private readonly Statement release;
    private readonly object gate = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<WriteWork> waiting = [];
    private bool stopping;

    /// <summary>Starts the thread, which from now on owns the connection.</summary>
    /// <param name="database">The write connection; disposed at the end.</param>
    /// <param name="sequence">The numbers that the work uses.</param>
    /// <param name="committed">Called after each commit, before the answers.</param>
    public GroupWriter(Database database, Sequence sequence, Action committed)
    {
        this.database = database;
        log = new(database);
        this.sequence = sequence;
        this.committed = committed;
        begin = database.Prepare("BEGIN IMMEDIATE");
        commit = database.Prepare("COMMIT");
        savepoint = database.Prepare("SAVEPOINT work");
        undo = database.Prepare("ROLLBACK TO work");
        release = database.Prepare("RELEASE work");
        new Thread(Loop) { IsBackground = true, Name = $"writer of {Path.GetFileName(database.Path)}" }.Start();
    }

    /// <summary>Queues work; the answer comes when it is on the disk.</summary>
    public Task<T> RunAsync<T>(Func<T> run, Func<T, bool>? keep = null)
    {
        var work = new WriteWork<T>(run, keep ?? (_ => true));
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stopping, typeof(SqliteStore));
            waiting.Add(work);
            Monitor.Pulse(gate);
        }

        return work.Answer;
    }

    /// <summary>Writes what waits, moves the log into the file and closes the connection.</summary>
    public Task StopAsync()
    {
        lock (gate)
        {
            stopping = true;
            Monitor.Pulse(gate);
        }

        return ended.Task;
    }

    private void Loop()
    {
        while (Take() is { } group)
            Write(group);
        Close();
        ended.SetResult();
    }

    private List<WriteWork>? Take()
    {
        lock (gate)
        {
            while (waiting.Count == 0)
            {
                if (stopping)
                    return null;
                Monitor.Wait(gate);
            }

            var group = waiting;
            waiting = [];
            return group;
        }
    }

    private void Write(List<WriteWork> group)
    {
        try
        {
            begin.Run();
            group.ForEach(Write);
            sequence.Save();
            commit.Run();
        }
        catch (Exception e)
        {
            RollBack();
            group.ForEach(work => work.Fail(e));
            return;
        }

        sequence.Saved();
        committed();
        group.ForEach(work => work.Complete());
        log.Committed();
    }

    private void Write(WriteWork work)
    {
        savepoint.Run();
        var keep = false;
        try
        {
            keep = work.Run();
        }
        catch (Exception e) when (database.InTransaction)
        {
            work.Fail(e);
        }

        if (!keep)
            undo.Run();
        release.Run();
    }

    // Left alone, a failed roll-back makes the next BEGIN fail, and that error has callers to tell it to.
    private void RollBack()
    {
        try
        {
            if (database.InTransaction)
                database.Execute("ROLLBACK");
        }
        catch (Exception e) when (e is StorageUnavailableException or StoreFileException)
        {
        }
    }

    private void Close()
    {
        log.Close();
        database.Dispose();
    }
}
