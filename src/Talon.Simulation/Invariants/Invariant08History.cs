using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>8. The history of a session is serial: each update builds on the one before, and what clients hear agrees with it.</summary>
internal sealed class Invariant08History(World world, Histories histories) : Invariant(world, "Invariant 8, histories are serial")
{
    /// <inheritdoc/>
    public override void Committed(StoreCommit commit)
    {
        if (commit.By is { Commits: > 0, Outcome: Outcome.Refused } refused)
            Violated($"{refused} was refused, and then committed");
        if (commit.By is not { Operation.SessionId: { } id } || commit.Of(OwnerRows.Entity) is null || histories.Find(id) is not { Entries: { Count: > 1 } entries })
            return;
        var (before, after) = (entries[^2], entries[^1]);
        if (after.Commits != before.Commits + 1 || after.Session.UpdateCount != before.Session.UpdateCount + 1)
            Violated(FormattableString.Invariant($"{id} went from update {before.Session.UpdateCount} to {after.Session.UpdateCount}"));
        if (!Allowed(before.Session.State, after.Session.State))
            Violated($"{id} went from {before.Session.State} to {after.Session.State}");
    }

    /// <inheritdoc/>
    public override void Answered(Sending sending)
    {
        if (sending is { Commits: > 0, Outcome: Outcome.Refused })
            Violated($"{sending} was committed, and refused: {sending.Refusal}");
        if (sending is { Outcome: Outcome.Acknowledged, Operation: ReadSession })
            LookAtReading(sending, Answer.Parse(sending.Answer));
    }

    private static bool Allowed(SessionState from, SessionState to) => (from, to) switch
    {
        (SessionState.Open, SessionState.Open or SessionState.Closed or SessionState.Cancelled) => true,
        (SessionState.Closed, SessionState.Open or SessionState.Cancelled or SessionState.PartiallyReturned) => true,
        (SessionState.PartiallyReturned, SessionState.PartiallyReturned or SessionState.Cancelled) => true,
        _ => false,
    };

    /// <summary>A reading shows a state that the session was in while it was under way.</summary>
    private void LookAtReading(Sending sending, Answer answer)
    {
        var states = histories.Find(sending.Operation.SessionId)!.Entries.Skip(Math.Max(0, sending.HistoryBefore - 1));
        if (!states.Any(entry => entry.Session.UpdateCount == answer.UpdateCount && entry.Session.State == answer.State && Answer.Tell(entry.Effects).SequenceEqual(answer.Effects)))
            Violated($"{sending} shows update {answer.UpdateCount}, {answer.State}, which the session was not in meanwhile");
    }
}
