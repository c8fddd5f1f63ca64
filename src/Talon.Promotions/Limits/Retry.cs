namespace Talon.Promotions;

/// <summary>Pauses between tries of a conditional write: 1 ms, doubling up to 64 ms.</summary>
internal struct Retry(TimeProvider clock)
{
    private int _tries;

    /// <summary>Waits longer than the last time.</summary>
    public Task DelayAsync(CancellationToken cancellation) => Task.Delay(TimeSpan.FromMilliseconds(1 << Math.Min(_tries++, 6)), clock, cancellation);
}
