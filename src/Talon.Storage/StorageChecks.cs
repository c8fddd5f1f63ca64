using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Talon.Storage;

/// <summary>Enforces <see cref="StorageLimits"/>; every store calls it first. Each check throws <see cref="ArgumentException"/>.</summary>
public static class StorageChecks
{
    private static readonly SearchValues<char> KeyAlphabet = SearchValues.Create(
        [.. Enumerable.Range(0x20, 0x7F - 0x20).Select(c => (char)c).Except(['/', '\\', '#', '?', '\''])]);

    private static readonly SearchValues<char> QueueAlphabet = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Checks a partition or row key.</summary>
    public static void Key(string key, [CallerArgumentExpression(nameof(key))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(key, name);
        if (key.Length > StorageLimits.MaxKey)
            throw new ArgumentException($"A key has at most {StorageLimits.MaxKey} characters, this one has {key.Length}.", name);
        if (key.AsSpan().IndexOfAnyExcept(KeyAlphabet) is var at and >= 0)
            throw new ArgumentException($"A key is printable ASCII without / \\ # ? ', this one has U+{(int)key[at]:X4} at {at}.", name);
    }

    /// <summary>Checks what a range read asks for. The bounds themselves may be any text.</summary>
    public static void Range(string partition, KeyRange range, int take)
    {
        Key(partition);
        if (range.From is null)
            throw new ArgumentException("A range begins at a key or at \"\".", nameof(range));
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, StorageLimits.MaxPage);
    }

    /// <summary>Checks a transaction: its keys, each once, its conditions, its number of changes and its size.</summary>
    public static void Commit(string partition, IReadOnlyList<Change> changes)
    {
        Key(partition);
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count is 0 or > StorageLimits.MaxChanges)
            throw new ArgumentException($"A transaction has 1 to {StorageLimits.MaxChanges} changes, this one has {changes.Count}.", nameof(changes));

        var keys = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        var size = 0;
        foreach (var change in changes)
        {
            Key(change.Key, nameof(changes));
            Condition(change);
            if (change.Body.Length > StorageLimits.MaxBody)
                throw new ArgumentException($"A body has at most {StorageLimits.MaxBody} bytes, that of '{change.Key}' has {change.Body.Length}.", nameof(changes));
            if (!keys.Add(change.Key))
                throw new ArgumentException($"A transaction changes a row once, this one changes '{change.Key}' twice.", nameof(changes));
            size += change.Body.Length;
        }

        if (size > StorageLimits.MaxTransaction)
            throw new ArgumentException($"The bodies of a transaction have at most {StorageLimits.MaxTransaction} bytes, these have {size}.", nameof(changes));
    }

    /// <summary>Checks the name of a queue, poison or not.</summary>
    public static void Queue(string queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        var wellFormed = queue.Length is >= 3 and <= StorageLimits.MaxQueueName
            && queue.AsSpan().IndexOfAnyExcept(QueueAlphabet) < 0
            && queue[0] != '-' && queue[^1] != '-'
            && !queue.Contains("--", StringComparison.Ordinal);
        if (!wellFormed)
            throw new ArgumentException($"A queue name is 3 to {StorageLimits.MaxQueueName} of a-z, 0-9 and single inner dashes: '{queue}'.", nameof(queue));
        if (!PoisonQueue.Is(queue) && queue.Length > StorageLimits.MaxQueueName - PoisonQueue.Suffix.Length)
            throw new ArgumentException($"The queue name leaves no room for '{PoisonQueue.Suffix}': '{queue}'.", nameof(queue));
    }

    /// <summary>Checks a message to be sent.</summary>
    public static void Send(string queue, string body, TimeSpan delay)
    {
        Queue(queue);
        ArgumentNullException.ThrowIfNull(body);
        if (Encoding.UTF8.GetByteCount(body) is var size and > StorageLimits.MaxMessage)
            throw new ArgumentException($"A message has at most {StorageLimits.MaxMessage} bytes, this one has {size}.", nameof(body));
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, StorageLimits.MaxDelay);
    }

    /// <summary>Checks what a peek asks for.</summary>
    public static void Peek(string queue, int max)
    {
        Queue(queue);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, StorageLimits.MaxReceive);
    }

    /// <summary>Checks what a receive asks for.</summary>
    public static void Receive(string queue, int max, TimeSpan visibility)
    {
        Peek(queue, max);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(visibility, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(visibility, StorageLimits.MaxDelay);
    }

    private static void Condition(Change change)
    {
        var known = change.Kind is ChangeKind.Insert or ChangeKind.Replace or ChangeKind.Upsert or ChangeKind.Delete;
        if (!known)
            throw new ArgumentException($"Unknown kind of change: {change.Kind}.", nameof(change));
        if (change.Kind is ChangeKind.Replace or ChangeKind.Delete && string.IsNullOrEmpty(change.ETag))
            throw new ArgumentException($"A {change.Kind} of '{change.Key}' needs the ETag that was read.", nameof(change));
    }
}
