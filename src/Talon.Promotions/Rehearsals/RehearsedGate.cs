using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The gate as a rehearsal sees it: open, since it keeps nobody waiting who stores something.</summary>
internal sealed class RehearsedGate : IGate, IGateTurn
{
    public Change? Exit => null;

    public ValueTask<IGateTurn?> TryEnterAsync(string id, string? request, CancellationToken cancellation) => new(this);

    public ValueTask<IGateTurn> EnterAsync(string id, string? request, CancellationToken cancellation) => new(this);

    public void Exited()
    {
    }

    public ValueTask LeaveAsync() => default;
}
