namespace Talon.Promotions;

/// <summary>The turnstiles of all contended ids: durable entities, or their stand-in.</summary>
/// <remarks>
/// A signal is enqueued, nothing more: a read right after it may show nothing, or the state before. Signals of one id are
/// served one at a time, in the order in which they arrive.
/// </remarks>
public interface ITurnstiles
{
    /// <summary>Enqueues a signal.</summary>
    ValueTask SignalAsync(string id, TurnSignal signal, CancellationToken cancellation);

    /// <summary>Reads the state as last saved; null when there is none yet.</summary>
    ValueTask<Turnstile?> ReadAsync(string id, CancellationToken cancellation);
}
