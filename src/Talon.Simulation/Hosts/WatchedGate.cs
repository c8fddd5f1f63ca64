using Talon.Promotions;
using Talon.Storage;

namespace Talon.Simulation;

/// <summary>A gate whose turns are watched.</summary>
internal sealed class WatchedGate(IGate gate, IGateWatch watch, FaultInjector faults) : IGate
{
    /// <inheritdoc/>
    public async ValueTask<IGateTurn?> TryEnterAsync(string id, string? request, CancellationToken cancellation) =>
        await gate.TryEnterAsync(id, request, cancellation) is { } turn ? Watched(id, turn) : null;

    /// <inheritdoc/>
    public async ValueTask<IGateTurn> EnterAsync(string id, string? request, CancellationToken cancellation) =>
        Watched(id, await gate.EnterAsync(id, request, cancellation));

    private Turn Watched(string id, IGateTurn turn)
    {
        watch.Entered(id, Work.Current, () => !faults.Crashed);
        return new Turn(turn, () => watch.Left(id, Work.Current));
    }

    private sealed class Turn(IGateTurn turn, Action leave) : IGateTurn
    {
        public Change? Exit => turn.Exit;

        public void Exited()
        {
            leave();
            turn.Exited();
        }

        public ValueTask LeaveAsync()
        {
            leave();
            return turn.LeaveAsync();
        }
    }
}
