using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>8, at the gate: one update runs at a time, and nobody is refused while fewer than four are there.</summary>
internal sealed class Turns(World world, Histories histories) : Invariant(world, "Invariant 8, one update runs at a time"), IGateWatch
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, List<Turn>> _turns = [];
    private readonly List<Visit> _visits = [];

    /// <inheritdoc/>
    public void Entered(string id, Sending? sending, Func<bool> alive)
    {
        if (!_turns.TryGetValue(id, out var turns))
            _turns[id] = turns = [];
        turns.RemoveAll(turn => turn.Left || !turn.Alive());
        var now = World.Time.GetUtcNow();
        if (!MayOverlap && turns.Find(turn => now < turn.Entered + GateRefusal.Lease - Tolerance) is { } running)
            Violated($"{sending} got in at {id} while {running.Sending} was running");
        turns.Add(new Turn(sending, now, alive));
    }

    /// <inheritdoc/>
    public void Left(string id, Sending? sending)
    {
        foreach (var turn in _turns.GetValueOrDefault(id) ?? [])
            turn.Left |= turn.Sending == sending;
    }

    /// <inheritdoc/>
    public override void Committed(StoreCommit commit)
    {
        // The commit that ends a turn, or hands it to whoever waits, is seen here before the request hears of it.
        if (commit.Of(OwnerRows.Lease) is { } lease && (lease.Deleted || commit.Of(OwnerRows.Entity) is not null))
            Left(commit.Partition, commit.By);
        if (commit.By is { Operation.SessionId: { } session } && histories.Find(session) is { Last.Session.ProfileId: { Length: > 0 } bound })
            Bind(session, bound);
    }

    /// <inheritdoc/>
    public override void Begun(Sending sending)
    {
        _visits.RemoveAll(visit => visit.Over);
        var visit = new Visit(sending, Ids(sending.Operation));
        _visits.Add(visit);
        Count();
    }

    /// <inheritdoc/>
    public override void Answered(Sending sending)
    {
        var visit = _visits.Find(visit => visit.Sending == sending)!;
        var changed = (histories.Find(sending.Operation.SessionId)?.Entries.Count ?? 0) != sending.HistoryBefore;
        if (World.Scenario.Faults.IsEmpty && !changed && sending.Refusal?.Message == GateRefusal.Text && visit.Most <= GateRefusal.MostWaiting + 1)
            Violated($"{sending} was refused, though at most {visit.Most} were there");
    }

    /// <inheritdoc/>
    public override void Finished(Sending sending) => _visits.Find(visit => visit.Sending == sending)!.Over = true;

    // Who is paused may outstay a lease without knowing.
    private bool MayOverlap => World.Scenario.Faults.Rates.Any(pair => pair.Kind == Storage.FaultKind.Pause);

    /// <summary>Whoever is at a session is at its profile too, also where the session was bound to it only meanwhile.</summary>
    private void Bind(string session, string profile)
    {
        foreach (var visit in _visits.Where(visit => !visit.Over && visit.Sending.Operation.SessionId == session && !visit.Ids.Contains(profile)))
        {
            visit.Ids.Add(profile);
            Count();
        }
    }

    private void Count()
    {
        foreach (var visit in _visits)
            visit.Most = Math.Max(visit.Most, visit.Ids.Max(id => _visits.Count(any => any.Ids.Contains(id))));
    }

    private List<string> Ids(Operation operation)
    {
        var session = histories.Find(operation.SessionId)?.Last.Session.ProfileId;
        return [.. new[] { operation.SessionId, operation.ProfileId, session }.OfType<string>().Where(id => id.Length > 0).Distinct()];
    }

    private sealed class Turn(Sending? sending, DateTimeOffset entered, Func<bool> alive)
    {
        public Sending? Sending => sending;

        public DateTimeOffset Entered => entered;

        public Func<bool> Alive => alive;

        public bool Left { get; set; }
    }

    private sealed class Visit(Sending sending, List<string> ids)
    {
        public Sending Sending => sending;

        public List<string> Ids => ids;

        public int Most { get; set; }

        public bool Over { get; set; }
    }
}
