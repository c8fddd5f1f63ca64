namespace Talon.Simulation;

/// <summary>A clock that stands still while anything can run, and then jumps to the next timer.</summary>
/// <param name="start">The time that it shows first.</param>
internal sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private readonly PriorityQueue<(VirtualTimer Timer, long Number), (long Due, long Number)> _due = new();
    private long _elapsed;
    private long _lastNumber;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The time that passed since the start.</summary>
    public TimeSpan Elapsed => new(_elapsed);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start + Elapsed;

    /// <inheritdoc/>
    public override long GetTimestamp() => _elapsed;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Jumps to the next timer and fires it; false when there is none. Timers of the same time fire in the order in which they were set.</summary>
    public bool TryAdvance()
    {
        while (_due.TryDequeue(out var next, out var key))
        {
            if (!next.Timer.IsSetTo(next.Number))
                continue;
            _elapsed = key.Due;
            next.Timer.Fire();
            return true;
        }

        return false;
    }

    /// <summary>Sets a timer; the number tells this setting from earlier ones.</summary>
    internal long Set(VirtualTimer timer, TimeSpan dueTime)
    {
        var number = ++_lastNumber;
        _due.Enqueue((timer, number), (_elapsed + Math.Max(0, dueTime.Ticks), number));
        return number;
    }
}
