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
        var claims = await attempts.ConfirmedAsync(read.Partition, stored.ClosingAttempt, CancellationToken.None);
        var undone = granted.Select(effect => (Effect: effect, Rollback: EffectRollback.Of(effect.Net))).ToList();
        var rollbacks = undone.Where(pair => pair.Rollback is not null).Select(pair => pair.Rollback!).ToList();

        var returns = claims.Where(claim => !claim.Permanent).Select(claim => new ClaimReturn(claim, claim.Amount));
        var session = stored.Session with { State = transition.Result(), UpdateCount = stored.Session.UpdateCount + 1, Updated = context.Now };
        var profile = session.ProfileId.Length == 0 ? null : await profiles.ReadAsync(session.ProfileId, CancellationToken.None);
        var attempt = await attempts.BeginAsync(reference, [], context.Now, profile?.Partition, CancellationToken.None);
        var result = new EvaluationResult { Effects = rollbacks, Charges = [], TriggeredCampaigns = [], Missing = MissingFacts.None };
        var totals = new ProfileTotals(-1, stored.ReturnedSales - stored.Session.Total, reference.Id);
        var answer = render(await states.BuildAsync(context, include, session, After(profile, totals, context.Now), transition.EventType(), result, CancellationToken.None));
        var work = new SessionCommit.Work
        {
            Read = read with { Profile = profile },
            Turn = turn,
            Profile = profile is { Stored: { } row, ETag: { } etag } ? new KnownProfile(row, etag) : null,
            Next = stored with { Session = session, Attempt = reference.Id, Commits = stored.Commits + 1, ClosingAttempt = null, Triggered = [], ReturnedSales = 0, GivenBack = SessionRow.Nothing },
            Effects = [.. undone.Where(pair => pair.Rollback is null).Select(pair => pair.Effect)],
            Attempt = attempt,
            Outbox = [.. Rollbacks.Owed(reference, returns, profile, totals)],
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

    /// <summary>The customer with the totals that the commit owes.</summary>
    internal static CustomerProfile? After(ProfileRead? read, ProfileTotals totals, DateTimeOffset now) =>
        read?.Stored is { } stored ? totals.AddedTo(stored.Profile) with { LastActivity = now } : null;
}
