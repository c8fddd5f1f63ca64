using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The turns that one update holds: its session's, and its profile's where one is bound.</summary>
internal sealed class UpdateTurns(IGate gate, string session, RequestContext context) : IAsyncDisposable
{
    private readonly Dictionary<string, IGateTurn> _profiles = [];
    private readonly string? _request = RunningKeys.NameOf(context);
    private IGateTurn? _session;

    /// <summary>The session's turn.</summary>
    public IGateTurn Session => _session!;

    /// <summary>Enters the session, and the profile that the request names; true when it had to wait, so that what was read meanwhile is old.</summary>
    public async Task<bool> EnterAsync(string? profile, CancellationToken cancellation)
    {
        await Task.WhenAll(TryEnterSessionAsync(cancellation), TryEnterProfileAsync(profile, cancellation));
        if (_session is not null && Holds(profile))
            return false;
        if (_session is null)
        {
            await LeaveProfileAsync(profile);
            _session = await gate.EnterAsync(session, _request, cancellation);
        }

        await EnterProfileAsync(profile, cancellation);
        return true;
    }

    /// <summary>Enters a profile, unless it is held already; true when it had to wait.</summary>
    public async Task<bool> EnterProfileAsync(string? profile, CancellationToken cancellation)
    {
        if (Holds(profile))
            return false;
        await TryEnterProfileAsync(profile, cancellation);
        if (Holds(profile))
            return false;
        _profiles[profile!] = await gate.EnterAsync(profile!, null, cancellation);
        return true;
    }

    /// <summary>Leaves the session at once; the profile too, but where leaving writes, only after the answer.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var turn in _profiles.Values)
        {
            if (turn.Exit is null)
                await turn.LeaveAsync();
            else
                context.AfterAnswer.Add(() => turn.LeaveAsync().AsTask());
        }

        if (_session is not null)
            await LeaveAsync(_session);
    }

    private bool Holds(string? profile) => profile is null || _profiles.ContainsKey(profile);

    private async Task TryEnterSessionAsync(CancellationToken cancellation) => _session = await gate.TryEnterAsync(session, _request, cancellation);

    private async Task TryEnterProfileAsync(string? profile, CancellationToken cancellation)
    {
        if (profile is not null && await gate.TryEnterAsync(profile, null, cancellation) is { } turn)
            _profiles[profile] = turn;
    }

    /// <summary>Whoever holds a profile does not wait for a session.</summary>
    private async Task LeaveProfileAsync(string? profile)
    {
        if (profile is not null && _profiles.Remove(profile, out var turn))
            await turn.LeaveAsync();
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
