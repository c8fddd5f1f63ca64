using Talon.Storage;

namespace Talon.Promotions;

/// <summary>A turn held by a lease row.</summary>
/// <param name="gate">The gate.</param>
/// <param name="id">The partition.</param>
/// <param name="lease">The row.</param>
/// <param name="etag">Its ETag, which changes once somebody waits.</param>
internal sealed class LeaseTurn(LeaseGate gate, string id, LeaseRow lease, string etag) : IGateTurn
{
    private bool _left;

    /// <inheritdoc/>
    public Change? Exit => _left ? null : gate.Exit(lease, etag);

    /// <inheritdoc/>
    public void Exited() => _left = true;

    /// <inheritdoc/>
    public async ValueTask LeaveAsync()
    {
        if (_left)
            return;
        _left = true;
        await gate.LeaveAsync(id, lease, etag);
    }
}
