using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Gives out integer ids: positive, below 2^53, unique per <see cref="IdKind"/> over all instances, with gaps.</summary>
/// <remarks>An instance takes ids in blocks from a counter row. An unclear outcome costs a block, never an id given twice.</remarks>
public sealed class IdSource(ITableStore table)
{
    private const string Partition = "ids";
    private const long Ceiling = 1L << 53;
    private const int Attempts = 100;

    private readonly ConcurrentDictionary<string, Sequence> _sequences = new();
    private readonly long _firstRehearsed;
    private long _nextRehearsed;

    private IdSource(ITableStore table, long firstRehearsed)
        : this(table) => _firstRehearsed = _nextRehearsed = firstRehearsed;

    /// <summary>Gives out ids that nothing has, and takes none away, for what is not stored.</summary>
    internal IdSource Rehearsal() => new(table, Ceiling / 2);

    /// <summary>The next id of a kind.</summary>
    public async ValueTask<long> NextAsync(IdKind kind, CancellationToken cancellation = default)
    {
        if (_firstRehearsed > 0)
            return Interlocked.Increment(ref _nextRehearsed);
        var sequence = _sequences.GetOrAdd(kind.Name, static _ => new());
        while (true)
        {
            TaskCompletionSource? mine = null;
            Task refill;
            lock (sequence)
            {
                if (sequence.Next < sequence.End)
                    return sequence.Next++;
                if (sequence.Refill is null)
                    sequence.Refill = mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
                refill = sequence.Refill.Task;
            }

            if (mine is null)
                await refill;
            else
                await RefillAsync(sequence, kind, mine, cancellation);
        }
    }

    /// <summary>The first of <paramref name="count"/> consecutive ids of a kind.</summary>
    public async ValueTask<long> TakeAsync(IdKind kind, int count, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (_firstRehearsed > 0)
            return Interlocked.Add(ref _nextRehearsed, count);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var row = await table.ReadAsync(Partition, kind.Name, cancellation);
            var first = row is null ? kind.First : long.Parse(row.Body.Span, CultureInfo.InvariantCulture);
            if (first + count > Ceiling)
                throw new InvalidOperationException($"The ids of {kind.Name} are used up.");
            var next = Encoding.UTF8.GetBytes((first + count).ToString(CultureInfo.InvariantCulture));
            var change = row is null ? Change.Insert(kind.Name, next) : Change.Replace(kind.Name, next, row.ETag);
            if ((await table.CommitAsync(Partition, [change], cancellation)).Committed)
                return first;
        }

        throw new StorageUnavailableException($"The counter of {kind.Name} is contended.");
    }

    private async Task RefillAsync(Sequence sequence, IdKind kind, TaskCompletionSource done, CancellationToken cancellation)
    {
        try
        {
            var first = await TakeAsync(kind, kind.Block, cancellation);
            lock (sequence)
                (sequence.Next, sequence.End) = (first, first + kind.Block);
        }
        finally
        {
            lock (sequence)
                sequence.Refill = null;
            done.SetResult();
        }
    }

    private sealed class Sequence
    {
        public long Next { get; set; }

        public long End { get; set; }

        public TaskCompletionSource? Refill { get; set; }
    }
}
