namespace Talon.Storage;

/// <summary>Tables and queues in one SQLite file, for one process.</summary>
/// <remarks>
/// A write is answered when it is synced to the disk; writes that wait for the disk share one sync. Once a write is
/// queued its cancellation has no effect. Reads run on the caller's thread and see what was answered. A file that
/// turns out to be corrupt is a <see cref="StoreFileException"/> from any member.
/// Bodies handed over must not be altered until the answer is there.
/// </remarks>
public sealed class SqliteStore : ITableStore, ILocalQueue, IAsyncDisposable
{
    private readonly OwnerLock _owner;
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly QueueSignals _signals;
    private readonly ReaderPool _readers;
    private readonly RowWriter _rows;
    private readonly MessageWriter _messages;
    private readonly GroupWriter _writer;

    private SqliteStore(OwnerLock owner, Database database, TimeProvider time)
    {
        _owner = owner;
        _database = database;
        _time = time;
        Schema.Prepare(database);
        var sequence = new Sequence(database);
        _signals = new(time);
        _readers = new(database.Path);
        _rows = new(database, sequence);
        _messages = new(database, sequence, _signals);
        _writer = new(database, sequence, _messages.Signal);
    }

    /// <summary>Opens the store in a file, or makes a new one; beside it stand its log and its lock.</summary>
    /// <param name="path">The file; missing folders are made.</param>
    /// <param name="time">The clock of delays and visibility timeouts.</param>
    /// <exception cref="StoreInUseException">Another process has the file.</exception>
    /// <exception cref="StoreFileException">The file is corrupt or no store.</exception>
    public static SqliteStore Open(string path, TimeProvider time)
    {
        path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var owner = OwnerLock.Take(path);
        Database? database = null;
        try
        {
            database = Database.Open(path);
            return new(owner, database, time);
        }
        catch
        {
            database?.Dispose();
            owner.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default)
    {
        StorageChecks.Key(partition);
        StorageChecks.Key(key);
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Use((partition, key), static (reader, row) => reader.Read(row.partition, row.key)));
    }

    /// <inheritdoc/>
    public ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default)
    {
        StorageChecks.Range(partition, range, take);
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Use((partition, range, take), static (reader, page) => reader.ReadRange(page.partition, page.range, page.take)));
    }

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        StorageChecks.Commit(partition, changes);
        cancellation.ThrowIfCancellationRequested();
        return new(_writer.RunAsync(() => _rows.Apply(partition, changes), static result => result.Committed));
    }

    /// <inheritdoc/>
    public ValueTask<QueueMessage> SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default)
    {
        StorageChecks.Send(queue, body, delay);
        cancellation.ThrowIfCancellationRequested();
        var visible = Now + delay.Ticks;
        return new(_writer.RunAsync(() => _messages.Send(queue, body, visible)));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation = default)
    {
        StorageChecks.Receive(queue, max, visibility);
        cancellation.ThrowIfCancellationRequested();
        var now = Now;
        return new(_writer.RunAsync(() => _messages.Receive(queue, max, now, now + visibility.Ticks)));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken cancellation = default)
    {
        StorageChecks.Peek(queue, max);
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Use((queue, max, Now), static (reader, peek) => reader.Peek(peek.queue, peek.max, peek.Now)));
    }

    /// <inheritdoc/>
    public ValueTask<bool> ReleaseAsync(QueueMessage message, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellation.ThrowIfCancellationRequested();
        var now = Now;
        return new(_writer.RunAsync(() => _messages.Release(message, now)));
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(QueueMessage message, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellation.ThrowIfCancellationRequested();
        return new(_writer.RunAsync(() => _messages.Delete(message)));
    }

    /// <inheritdoc/>
    public ValueTask<bool> WaitAsync(string queue, TimeSpan atMost, CancellationToken cancellation = default)
    {
        StorageChecks.Queue(queue);
        return _signals.WaitAsync(queue, () => _readers.Use(queue, static (reader, name) => reader.NextVisible(name)), atMost, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<int> CountAsync(string queue, CancellationToken cancellation = default)
    {
        StorageChecks.Queue(queue);
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Use(queue, static (reader, name) => reader.Count(name)));
    }

    /// <summary>Finishes the writes that wait, moves the log into the file and lets the file go.</summary>
    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        await _writer.StopAsync();
        _owner.Dispose();
    }

    /// <summary>Asks the connection that writes.</summary>
    internal Task<string> AskWriterAsync(string sql) => _writer.RunAsync(() => _database.Ask(sql));

    private long Now => _time.GetUtcNow().UtcTicks;
}
