using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Undoes a closed session, on cancellation or reopening. Nothing is computed anew: what was granted is read, and named in what undoes it.</summary>
internal sealed class SessionRollback(SessionCommit commit, AttemptStore attempts, Settlement settlement, ProfileReader profiles, StateBuilder states, Storage.ITableStore store, IRandomSource random)
{
    /// <summary>Undoes the session on what was read, its outbox being empty.</summary>
    public async Task<ReadOnlyMemory<byte>> RunAsync(RequestContext context, SessionTransition transition, SessionRead read, IGateTurn turn, ResponseContent include, Func<IntegrationState, byte[]> render)
    {
        var stored = read.Stored!;
        var reference = new AttemptReference(read.Partition, random.UniqueId());
        var granted = await EffectPages.ReadAsync(store, read.Partition, stored, CancellationToken.None);
        var claims = await ConfirmedAsync(read.Partition, stored.ClosingAttempt);
        var undone = granted.Select(effect => (Effect: effect, Rollback: EffectRollback.Of(effect))).ToList();
        var rollbacks = undone.Where(pair => pair.Rollback is not null).Select(pair => pair.Rollback!).ToList();

        var session = stored.Session with { State = transition.Result(), UpdateCount = stored.Session.UpdateCount + 1, Updated = context.Now };
        var profile = session.ProfileId.Length == 0 ? null : await profiles.ReadAsync(session.ProfileId, CancellationToken.None);
        var attempt = await attempts.BeginAsync(reference, [], context.Now, profile?.Partition, CancellationToken.None);
        var result = new EvaluationResult { Effects = rollbacks, Charges = [], TriggeredCampaigns = [], Missing = MissingFacts.None };
        var answer = render(await states.BuildAsync(context, include, session, profile?.Stored?.Profile, transition.EventType(), result, CancellationToken.None));
        var work = new SessionCommit.Work
        {
            Read = read with { Profile = profile },
            Turn = turn,
            Profile = profile is { Stored: { } row, ETag: { } etag } ? new KnownProfile(row, etag) : null,
            Next = stored with { Session = session, Attempt = reference.Id, Commits = stored.Commits + 1, ClosingAttempt = null, Triggered = [] },
            Effects = [.. undone.Where(pair => pair.Rollback is null).Select(pair => pair.Effect)],
            Attempt = attempt,
            Outbox = [.. Owed(claims, stored.Session, reference, profile)],
            Answer = answer,
        };
        try
        {
            await commit.RunAsync(context, work);
            return answer;
        }
        catch (RaceLostException)
        {
            await settlement.SettleAsync(reference, CancellationToken.None);
            throw;
        }
    }

    private async Task<IReadOnlyList<LimitClaim>> ConfirmedAsync(string partition, string? closing)
    {
        if (closing is null)
            return [];
        var found = await attempts.FindAsync(new AttemptReference(partition, closing), CancellationToken.None)
            ?? throw new InvalidOperationException($"The attempt that closed {partition} is missing.");
        return found.Row.Claims;
    }

    private static IEnumerable<OutboxRow> Owed(IReadOnlyList<LimitClaim> claims, CustomerSession session, AttemptReference reference, ProfileRead? profile)
    {
        var targets = claims.Where(claim => !claim.Permanent).GroupBy(claim => claim.Partition);
        foreach (var (target, index) in targets.Select((target, index) => (target, index)))
        {
            yield return new OutboxRow
            {
                Id = $"{reference.Id}.{index}",
                Queue = OutboxQueues.Rollbacks,
                Target = target.Key,
                Attempt = reference.Id,
                Returns = [.. target.Select(claim => new ClaimReturn(claim, claim.Amount))],
            };
        }

        if (profile is not null)
        {
            yield return new OutboxRow
            {
                Id = $"{reference.Id}.totals",
                Queue = OutboxQueues.Rollbacks,
                Target = profile.Partition,
                Attempt = reference.Id,
                Totals = new ProfileTotals(-1, -session.Total, reference.Id),
            };
        }
    }
}
