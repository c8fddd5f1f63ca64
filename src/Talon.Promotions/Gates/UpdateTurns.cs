using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The turns that one update holds: its session's, and its profile's where one is bound.</summary>
internal sealed class UpdateTurns(IGate gate, string session, AfterAnswer afterAnswer) : IAsyncDisposable
{
    private readonly Dictionary<string, IGateTurn> _profiles = [];
    private IGateTurn? _session;

    /// <summary>The session's turn.</summary>
    public IGateTurn Session => _session!;

    /// <summary>Enters the session, and the profile that the request names; true when it had to wait, so that what was read meanwhile is old.</summary>
    public async Task<bool> EnterAsync(string? profile, CancellationToken cancellation)
    {
        var first = gate.TryEnterAsync(session, cancellation).AsTask();
        var second = profile is null ? Task.FromResult<IGateTurn?>(null) : gate.TryEnterAsync(profile, cancellation).AsTask();
        await Task.WhenAll(first, second);
        _session = await first;
        var held = await second;
        if (_session is not null && held is not null)
            _profiles[profile!] = held;
        if (_session is not null && (held is not null || profile is null))
            return false;
        if (_session is null)
        {
            if (held is not null)
                await held.LeaveAsync();
            _session = await gate.EnterAsync(session, cancellation);
        }

        await EnterProfileAsync(profile, cancellation);
        return true;
    }

    /// <summary>Enters a profile, unless it is held already; true when it had to wait.</summary>
    public async Task<bool> EnterProfileAsync(string? profile, CancellationToken cancellation)
    {
        if (profile is null || _profiles.ContainsKey(profile))
            return false;
        var turn = await gate.TryEnterAsync(profile, cancellation);
        var waited = turn is null;
        _profiles[profile] = turn ?? await gate.EnterAsync(profile, cancellation);
        return waited;
    }

    /// <summary>Leaves the session at once; the profile too, but where leaving writes, only after the answer.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var turn in _profiles.Values)
        {
            if (turn.Exit is null)
                await turn.LeaveAsync();
            else
                afterAnswer.Add(() => turn.LeaveAsync().AsTask());
        }

        if (_session is not null)
            await LeaveAsync(_session);
    }

    private static async Task LeaveAsync(IGateTurn turn)
    {
        try
        {
            await turn.LeaveAsync();
        }
        catch (StorageUnavailableException)
        {
            // The lease expires.
        }
    }
}
