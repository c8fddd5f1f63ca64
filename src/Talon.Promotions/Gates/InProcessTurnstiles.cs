namespace Talon.Promotions;

/// <summary>Turnstiles of one process, shared by all instances in it: for tests and simulations.</summary>
public sealed class InProcessTurnstiles : ITurnstiles
{
    private readonly Dictionary<string, Turnstile> _states = [];

    /// <summary>How many ids somebody is at.</summary>
    public int Count
    {
        get
        {
            lock (_states)
                return _states.Count;
        }
    }

    /// <inheritdoc/>
    public ValueTask SignalAsync(string id, TurnSignal signal, CancellationToken cancellation)
    {
        lock (_states)
        {
            var next = _states.GetValueOrDefault(id, Turnstile.Empty).After(signal);
            if (next.IsEmpty)
                _states.Remove(id);
            else
                _states[id] = next;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<Turnstile?> ReadAsync(string id, CancellationToken cancellation)
    {
        lock (_states)
            return new(_states.GetValueOrDefault(id));
    }
}
