using System.Text;

namespace Talon.Storage;

/// <summary>Counts what one request asks of the storage, and how often it has to wait for it.</summary>
/// <remarks>
/// An operation that starts while a trip is under way belongs to it; one that starts when none is opens the next.
/// All operations of a trip answer together, when the last of them is done and the caller had its chance to start
/// more. So chains that run side by side count as deep as the deepest of them, however fast the store is.
/// <see cref="Measure"/> makes "had its chance" exact, by running the request on one thread. Outside of it, on the
/// thread pool, calls meant to be parallel may be counted as two trips when the caller is slow to start the second.
/// One request at a time.
/// </remarks>
public sealed class StorageTrips
{
    // What follows a Task.WhenAll may be posted rather than run at once, and again behind the next one.
    private const int Chances = 4;

    private readonly Lock _gate = new();
    private TripCount _count;
    private Trip? _current;

    /// <summary>What was counted since the start or the last <see cref="Measure"/>.</summary>
    public TripCount Count
    {
        get
        {
            lock (_gate)
                return _count;
        }
    }

    /// <summary>A table store whose operations are counted.</summary>
    public ITableStore Tables(ITableStore store) => new CountedTableStore(store, this);

    /// <summary>A queue whose operations are counted.</summary>
    public IMessageQueue Queue(IMessageQueue queue) => new CountedQueue(queue, this);

    /// <summary>Runs a request to its end on the calling thread, and counts it alone.</summary>
    public TripCount Measure(Func<Task> request)
    {
        lock (_gate)
            _count = default;
        OneThread.Run(request);
        return Count;
    }

    internal ValueTask<T> ReadAsync<T>(ValueTask<T> read) => CountAsync(read, new(0, 1, 0, 0, 0));

    internal ValueTask<T> CommitAsync<T>(ValueTask<T> commit, IReadOnlyList<Change> changes) =>
        CountAsync(commit, new(0, 0, 1, 0, changes.Sum(change => (long)change.Body.Length)));

    internal ValueTask<T> QueueAsync<T>(ValueTask<T> operation, string? sent = null) =>
        CountAsync(operation, new(0, 0, 0, 1, sent is null ? 0 : Encoding.UTF8.GetByteCount(sent)));

    private async ValueTask<T> CountAsync<T>(ValueTask<T> operation, TripCount its)
    {
        var trip = Join(its);
        try
        {
            return await operation;
        }
        finally
        {
            for (var left = Chances; left > 0; left--)
                await Task.Yield();
            await LandAsync(trip);
        }
    }

    private Trip Join(TripCount its)
    {
        lock (_gate)
        {
            var opened = _current is null ? 1 : 0;
            _current ??= new();
            _current.Flying++;
            _count = new(
                _count.Trips + opened,
                _count.Reads + its.Reads,
                _count.Commits + its.Commits,
                _count.QueueOperations + its.QueueOperations,
                _count.BytesWritten + its.BytesWritten);
            return _current;
        }
    }

    private Task LandAsync(Trip trip)
    {
        lock (_gate)
        {
            if (--trip.Flying == 0)
            {
                _current = null;
                trip.Landed.SetResult();
            }
        }

        return trip.Landed.Task;
    }

    private sealed class Trip
    {
        public int Flying { get; set; }

        public TaskCompletionSource Landed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
