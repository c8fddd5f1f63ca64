using Talon.Storage;

namespace Talon.Promotions;

/// <summary>A turn held by a lease row.</summary>
/// <param name="gate">The gate.</param>
/// <param name="id">The partition.</param>
/// <param name="token">The request's token.</param>
/// <param name="etag">The row's ETag while nobody waits; null once the turnstile orders the turns.</param>
internal sealed class LeaseTurn(LeaseGate gate, string id, string token, string? etag) : IGateTurn
{
    private bool _left;

    /// <inheritdoc/>
    public Change? Exit => etag is null || _left ? null : Change.Delete(OwnerRows.Lease, etag);

    /// <inheritdoc/>
    public void Exited() => _left = true;

    /// <inheritdoc/>
    public async ValueTask LeaveAsync()
    {
        if (_left)
            return;
        _left = true;
        await gate.LeaveAsync(id, token, etag);
    }
}
