using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>What truly happened to sessions and profiles, as the store saw it.</summary>
internal sealed class Histories(World world) : Invariant(world, "History")
{
    private readonly Dictionary<string, SessionHistory> _sessions = [];
    private readonly List<SessionHistory> _inOrder = [];
    private readonly List<ProfileGrant> _grants = [];
    private readonly HashSet<string> _named = [];
    private readonly Dictionary<string, TrackEvent> _events = [];

    /// <summary>All sessions, in the order in which they came into being.</summary>
    public IReadOnlyList<SessionHistory> Sessions => _inOrder;

    /// <summary>The integration ids of all sessions that a request named, whether one came into being or not.</summary>
    public IReadOnlyCollection<string> Named => _named;

    /// <summary>Events with ids of their own that a request told, whether they were stored or not; each as it was told last.</summary>
    public IReadOnlyCollection<TrackEvent> Told => _events.Values;

    /// <summary>What events and profile updates granted.</summary>
    public IReadOnlyList<ProfileGrant> Grants => _grants;

    /// <summary>The history of a session; null while there is none.</summary>
    public SessionHistory? Find(string? sessionId) => sessionId is null ? null : _sessions.GetValueOrDefault(Partitions.Session(SimulatedShop.ApplicationId, sessionId));

    /// <inheritdoc/>
    public override void Begun(Sending sending)
    {
        if (sending.Operation.SessionId is { } session && _named.Add(session))
            World.Trace.Names[Partitions.Session(SimulatedShop.ApplicationId, session)] = session;
        if (sending.Operation.ProfileId is { } profile)
            World.Trace.Names[Partitions.Profile(profile)] = profile;
        if (sending.Operation is TrackEvent { Update.IntegrationId: { } id } told)
            _events[id] = told;
        sending.HistoryBefore = Find(sending.Operation.SessionId)?.Entries.Count ?? 0;
    }

    /// <inheritdoc/>
    public override void Committed(StoreCommit commit)
    {
        if (commit.Of(OwnerRows.Entity) is not { After: { } body } change)
            return;
        if (commit.Partition.StartsWith("session.", StringComparison.Ordinal))
            OfSession(commit, RowCodec.Decode(body, RowJson.Default.SessionRow), change);
        else if (commit.Partition.StartsWith("profile.", StringComparison.Ordinal))
            OfProfile(commit, RowCodec.Decode(body, RowJson.Default.ProfileRow), change);
        else if (commit.Partition.StartsWith("event.", StringComparison.Ordinal))
            OfEvent(commit, RowCodec.Decode(body, RowJson.Default.EventRow).Event);
    }

    private void OfSession(StoreCommit commit, SessionRow row, RowChange change)
    {
        if (change.Before is { } before && RowCodec.Decode(before.Body, RowJson.Default.SessionRow).Attempt == row.Attempt)
            return;
        if (!_sessions.TryGetValue(commit.Partition, out var history))
        {
            _sessions[commit.Partition] = history = new SessionHistory(row.Session.IntegrationId);
            _inOrder.Add(history);
        }

        history.Entries.Add(new SessionEntry(row.Session, [.. row.Effects.Select(effect => effect.Net)], row.Commits, row.ClosingAttempt, commit.By));
        Count(commit.By);
    }

    private void OfProfile(StoreCommit commit, ProfileRow row, RowChange change)
    {
        var before = change.Before is { } old ? RowCodec.Decode(old.Body, RowJson.Default.ProfileRow).Attempt : null;
        if (row.Attempt == before || commit.By is not { Operation: UpdateProfile or TrackEvent { Update.IntegrationId: null } } by)
            return;
        Count(by);
        if (by.Operation is not UpdateProfile { Update.RunRuleEngine: false })
            _grants.Add(new ProfileGrant(row.Profile.IntegrationId, row.Profile.LastActivity, by.Rendered!.Effects));
    }

    private void OfEvent(StoreCommit commit, IntegrationEvent happened)
    {
        Count(commit.By);
        _grants.Add(new ProfileGrant(happened.ProfileId!, happened.Created, happened.Effects));
    }

    private static void Count(Sending? by)
    {
        if (by is null)
            return;
        by.Commits++;
        by.Operation.Commits++;
    }
}
