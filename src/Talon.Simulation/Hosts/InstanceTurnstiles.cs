using Talon.Promotions;
using Talon.Storage;

namespace Talon.Simulation;

/// <summary>The turnstiles as one process sees them: a dead one neither signals nor reads.</summary>
internal sealed class InstanceTurnstiles(ITurnstiles shared, FaultInjector faults) : ITurnstiles
{
    /// <inheritdoc/>
    public ValueTask SignalAsync(string id, TurnSignal signal, CancellationToken cancellation) =>
        faults.Crashed ? throw new CrashException() : shared.SignalAsync(id, signal, cancellation);

    /// <inheritdoc/>
    public ValueTask<Turnstile?> ReadAsync(string id, CancellationToken cancellation) =>
        faults.Crashed ? throw new CrashException() : shared.ReadAsync(id, cancellation);
}
