namespace Talon.Simulation;

/// <summary>Runs asynchronous work on one thread, and lets chance decide what of all that is ready runs next.</summary>
/// <remarks>Work that awaits without <c>ConfigureAwait(false)</c> never leaves it, so the same seed gives the same run.</remarks>
internal sealed class SeededScheduler(Random random) : SynchronizationContext
{
    private readonly List<(SendOrPostCallback Callback, object? State)> _ready = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private volatile string? _strayed;

    /// <summary>Where work came in from another thread, which no seed can repeat; null while all is well.</summary>
    public string? Strayed => _strayed;

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            _strayed = Environment.StackTrace;
            return;
        }

        _ready.Add((d, state));
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nothing here waits for a thread.");

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs one piece of work; false when none is ready.</summary>
    public bool RunNext()
    {
        if (_ready.Count == 0)
            return false;
        var chosen = random.Next(_ready.Count);
        var (callback, state) = _ready[chosen];
        _ready[chosen] = _ready[^1];
        _ready.RemoveAt(_ready.Count - 1);
        callback(state);
        return true;
    }
}
