namespace Talon.Simulation;

/// <summary>A timer of a <see cref="VirtualTime"/>.</summary>
internal sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
{
    private const long Unset = 0;

    private TimeSpan _period;
    private long _setting;

    /// <inheritdoc/>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        _setting = dueTime == Timeout.InfiniteTimeSpan ? Unset : time.Set(this, dueTime);
        return true;
    }

    /// <summary>Whether a setting is the last one, and not fired yet.</summary>
    public bool IsSetTo(long setting) => _setting == setting;

    /// <summary>Fires, and sets the next time of a periodic timer.</summary>
    public void Fire()
    {
        _setting = _period > TimeSpan.Zero ? time.Set(this, _period) : Unset;
        callback(state);
    }

    /// <inheritdoc/>
    public void Dispose() => _setting = Unset;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
