namespace Talon.Storage;

/// <summary>Wakes whoever waits for a change of a queue.</summary>
internal sealed class QueueSignals(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource> _waited = new(StringComparer.Ordinal);

    /// <summary>Tells that a queue has got a message, visible or not.</summary>
    public void Raise(string queue)
    {
        TaskCompletionSource? signal;
        lock (_gate)
            _waited.Remove(queue, out signal);
        signal?.SetResult();
    }

    /// <summary>Waits until a message is visible (true) or the time is over (false).</summary>
    /// <param name="queue">The queue to watch.</param>
    /// <param name="nextVisible">When its first message is visible, in UTC ticks; null when it is empty.</param>
    /// <param name="atMost">How long to wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<bool> WaitAsync(string queue, Func<long?> nextVisible, TimeSpan atMost, CancellationToken cancellation)
    {
        var deadline = time.GetUtcNow().UtcTicks + atMost.Ticks;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            // Taken before the look, so that what arrives between the two is not slept over.
            var changed = Next(queue);
            var now = time.GetUtcNow().UtcTicks;
            var visible = nextVisible() ?? long.MaxValue;
            if (visible <= now)
                return true;
            if (deadline <= now)
                return false;

            var due = Math.Min(visible, deadline);
            using var alarm = time.CreateTimer(_ => Raise(queue), null, UpToMilliseconds(due - now), Timeout.InfiniteTimeSpan);
            // The clock may have got there before the alarm was set.
            if (time.GetUtcNow().UtcTicks < due)
                await changed.WaitAsync(cancellation);
        }
    }

    // Timers count whole milliseconds: rounding down would wake too early and spin.
    private static TimeSpan UpToMilliseconds(long ticks) =>
        TimeSpan.FromMilliseconds(Math.Min((ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond, int.MaxValue));

    private Task Next(string queue)
    {
        lock (_gate)
        {
            if (!_waited.TryGetValue(queue, out var signal))
                _waited[queue] = signal = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return signal.Task;
        }
    }
}
