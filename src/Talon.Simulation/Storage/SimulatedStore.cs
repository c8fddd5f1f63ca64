using Talon.Storage;

namespace Talon.Simulation;

/// <summary>The store that all instances share: every operation waits its turn, pages end anywhere, and whoever watches sees each transaction as it is applied.</summary>
internal sealed class SimulatedStore(MemoryStore memory, Random random, Trace trace) : ITableStore, IMessageQueue
{
    // Most operations are about as fast as each other; one of so many lets whole requests pass it by.
    private const int Straggling = 16;
    private const int LongestTail = 100;
    private const int UsualTurns = 3;

    /// <summary>Called with each transaction, at the moment at which it is applied.</summary>
    public event Action<StoreCommit>? Committed;

    /// <summary>Called with each message that is sent, at that moment.</summary>
    public event Action<string, string>? Sent;

    /// <summary>Called with each message that is deleted, at that moment.</summary>
    public event Action<string, string>? Deleted;

    /// <summary>Reads a row past all turns and faults: the truth.</summary>
    public Row? Peek(string partition, string key) => Now(memory.ReadAsync(partition, key));

    /// <summary>All rows at this moment.</summary>
    public IReadOnlyList<(string Partition, Row Row)> Rows() => memory.Rows();

    /// <summary>All messages at this moment.</summary>
    public IReadOnlyList<StoredMessage> Messages() => memory.Messages();

    /// <inheritdoc/>
    public async ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default)
    {
        await TurnAsync(cancellation);
        trace.Note(Work.Name, "read", partition, () => key);
        return Peek(partition, key);
    }

    /// <inheritdoc/>
    public async ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default)
    {
        await TurnAsync(cancellation);
        var most = random.Next(8) == 0 ? 1 + random.Next(Math.Min(take, 4)) : take;
        var page = Now(memory.ReadRangeAsync(partition, range, most, CancellationToken.None));
        trace.Note(Work.Name, "range", partition, () => $"{range.From}.. {page.Rows.Count} rows{(page.Next is null ? "" : " and more")}");
        return page;
    }

    /// <inheritdoc/>
    public async ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        await TurnAsync(cancellation);
        var before = new Row?[changes.Count];
        for (var i = 0; i < before.Length; i++)
            before[i] = Peek(partition, changes[i].Key);
        var result = Now(memory.CommitAsync(partition, changes, CancellationToken.None));
        trace.Note(Work.Name, result.Committed ? "commit" : "conflict", partition, () => Tell(changes, result));
        if (result.Committed)
            Committed?.Invoke(new(partition, [.. changes.Zip(before, Changed)], Work.Current));
        return result;
    }

    /// <inheritdoc/>
    public async ValueTask<QueueMessage> SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellation = default)
    {
        await TurnAsync(cancellation);
        trace.Note(Work.Name, "send", queue, () => body);
        var message = await memory.SendAsync(queue, body, delay, CancellationToken.None);
        Sent?.Invoke(queue, body);
        return message;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation = default)
    {
        await TurnAsync(cancellation);
        var messages = Now(memory.ReceiveAsync(queue, max, visibility, CancellationToken.None));
        foreach (var message in messages)
            trace.Note(Work.Name, "receive", queue, () => message.Body);
        return messages;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken cancellation = default)
    {
        await TurnAsync(cancellation);
        return Now(memory.PeekAsync(queue, max, CancellationToken.None));
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ReleaseAsync(QueueMessage message, CancellationToken cancellation = default)
    {
        await TurnAsync(cancellation);
        trace.Note(Work.Name, "release", message.Queue, () => message.Body);
        return Now(memory.ReleaseAsync(message, CancellationToken.None));
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(QueueMessage message, CancellationToken cancellation = default)
    {
        await TurnAsync(cancellation);
        var deleted = Now(memory.DeleteAsync(message, CancellationToken.None));
        trace.Note(Work.Name, deleted ? "delete" : "stale", message.Queue, () => message.Body);
        if (deleted)
            Deleted?.Invoke(message.Queue, message.Body);
        return deleted;
    }

    private static RowChange Changed(Change change, Row? before) => new(change.Key, before, change.Kind == ChangeKind.Delete ? default(ReadOnlyMemory<byte>?) : change.Body);

    private static string Tell(IReadOnlyList<Change> changes, CommitResult result)
    {
        var told = string.Join(", ", changes.Select(change => $"{change.Kind} {change.Key}"));
        return result.Committed ? told : $"at {result.ConflictKey} of {told}";
    }

    // The memory below never waits.
    private static T Now<T>(ValueTask<T> done) => done.AsTask().GetAwaiter().GetResult();

    private async ValueTask TurnAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        for (var left = random.Next(Straggling) == 0 ? random.Next(LongestTail) : random.Next(UsualTurns); left > 0; left--)
            await Task.Yield();
    }
}
