using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>The turnstiles of all instances, as durable entities serve them: a signal takes effect a while after it was sent, in the order of arrival at its id.</summary>
internal sealed class SharedTurnstiles(World world) : ITurnstiles
{
    private readonly InProcessTurnstiles _states = new();
    private readonly Dictionary<string, Queue<TurnSignal>> _arrived = [];
    private readonly Random _random = world.Stream(4);

    /// <inheritdoc/>
    public ValueTask SignalAsync(string id, TurnSignal signal, CancellationToken cancellation)
    {
        world.Trace.Note(Work.Name, "signal", id, () => $"{signal.Kind} {signal.Token}");
        if (_arrived.TryGetValue(id, out var waiting))
        {
            waiting.Enqueue(signal);
        }
        else
        {
            _arrived[id] = new Queue<TurnSignal>([signal]);
            world.Spawn("turnstiles", () => ServeAsync(id));
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask<Turnstile?> ReadAsync(string id, CancellationToken cancellation)
    {
        await Task.Yield();
        return await _states.ReadAsync(id, cancellation);
    }

    private async Task ServeAsync(string id)
    {
        for (var waiting = _arrived[id]; waiting.Count > 0;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(50)), world.Time);
            await _states.SignalAsync(id, waiting.Dequeue(), CancellationToken.None);
        }

        _arrived.Remove(id);
    }
}
