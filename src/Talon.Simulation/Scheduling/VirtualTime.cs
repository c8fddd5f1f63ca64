namespace Talon.Simulation;

/// <summary>A clock that stands still while anything can run, and then jumps to the next timer.</summary>
/// <param name="start">The time that it shows first.</param>
/// <param name="delay">How late the next timer fires; whoever was due by then wakes with it. Null for never late.</param>
internal sealed class VirtualTime(DateTimeOffset start, Func<TimeSpan>? delay = null) : TimeProvider
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

    /// <summary>Jumps to the next timer and fires it, and all that are due by then; false when there is none. They fire in the order of their times, and those of the same time in the order in which they were set.</summary>
    public bool TryAdvance()
    {
        if (Next() is not { } first)
            return false;
        _elapsed = first.Due + (delay?.Invoke().Ticks ?? 0);
        first.Timer.Fire();
        while (Next(_elapsed) is { } other)
            other.Timer.Fire();
        return true;
    }

    /// <summary>Sets a timer; the number tells this setting from earlier ones.</summary>
    internal long Set(VirtualTimer timer, TimeSpan dueTime)
    {
        var number = ++_lastNumber;
        _due.Enqueue((timer, number), (_elapsed + Math.Max(0, dueTime.Ticks), number));
        return number;
    }

    /// <summary>The timer that is due next, until a moment; null for none.</summary>
    private (VirtualTimer Timer, long Due)? Next(long until = long.MaxValue)
    {
        while (_due.TryPeek(out var next, out var key) && key.Due <= until)
        {
            _due.Dequeue();
            if (next.Timer.IsSetTo(next.Number))
                return (next.Timer, key.Due);
        }

        return null;
    }
}
