namespace Talon.Promotions.Tests;

/// <summary>Turnstiles whose signals take effect only when they are told to: the longest lag that durable entities may have.</summary>
internal sealed class LaggingTurnstiles : ITurnstiles
{
    private readonly InProcessTurnstiles _served = new();
    private readonly Queue<(string Id, TurnSignal Signal)> _arrived = new();

    public ValueTask SignalAsync(string id, TurnSignal signal, CancellationToken cancellation)
    {
        _arrived.Enqueue((id, signal));
        return ValueTask.CompletedTask;
    }

    public ValueTask<Turnstile?> ReadAsync(string id, CancellationToken cancellation) => _served.ReadAsync(id, cancellation);

    public async Task ServeAsync()
    {
        while (_arrived.TryDequeue(out var next))
            await _served.SignalAsync(next.Id, next.Signal, default);
    }
}
