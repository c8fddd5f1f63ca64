using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Undoes a closed session, on cancellation or reopening. Nothing is computed anew: what was granted is read, and named in what undoes it.</summary>
internal sealed class SessionRollback(
    SessionCommit commit,
    AttemptStore attempts,
    CardNotes notes,
    Settlement settlement,
    ProfileReader profiles,
    PointsTakeBack points,
    StateBuilder states,
    CodesAfterwards codes,
    Storage.ITableStore store,
    IRandomSource random)
{
    /// <summary>Undoes the session on what was read, its outbox being empty.</summary>
    public async Task<ReadOnlyMemory<byte>> RunAsync(
        RequestContext context,
        SessionTransition transition,
        SessionRead read,
        IGateTurn turn,
        ResponseContent include,
        Func<IntegrationState, byte[]> render)
    {
        var stored = read.Stored!;
        var reference = AttemptReference.New(read.Partition, context.Now, random);
        var granted = await EffectPages.ReadAsync(store, read.Partition, stored, CancellationToken.None);
        var claims = await attempts.ConfirmedAsync(read.Partition, stored.ClosingAttempt, CancellationToken.None);
        var session = stored.Session with { State = transition.Result(), UpdateCount = stored.Session.UpdateCount + 1, Updated = context.Now };
        var profile = session.ProfileId.Length == 0 ? null : await profiles.ReadAsync(session.ProfileId, CancellationToken.None);
        var wanted = granted.Where(effect => effect.Points is not null).Select(effect => (effect, EffectValue.Of(effect.Effect.Props) - effect.Undone));
        var backs = await points.PlanAsync(reference, read, wanted, context.Now, CancellationToken.None);
        var attempt = await attempts.BeginAsync(reference, backs, profile?.Partition, CancellationToken.None);
        try
        {
            var progress = await AchievementUndoing.DecideAsync(store, read.Application, claims, CancellationToken.None);
            var undoing = new Undoing(await points.ClaimAsync(backs, reference), progress, session.ProfileId).Run(granted);
            var staying = transition == SessionTransition.Reopen ? LastingClaims.Of(claims, read.Application) : [];
            var instantly = transition == SessionTransition.Reopen ? [] : stored.InstantClaims.Select(claim => new ClaimReturn(claim, claim.Amount));
            IReadOnlyList<ClaimReturn> returns = [.. await ReturnsAsync(claims.Except(staying), context.Now), .. progress.Returns, .. instantly];
            var totals = new ProfileTotals(-1, stored.ReturnedSales - stored.Session.Total, null);
            var result = new EvaluationResult { Effects = undoing.Effects, Charges = [], TriggeredCampaigns = [], Missing = MissingFacts.None };
            var next = stored with
            {
                Session = session,
                Attempt = reference.Id,
                Commits = stored.Commits + 1,
                ClosingAttempt = null,
                Triggered = [],
                ReturnedSales = 0,
                GivenBack = SessionRow.Nothing,
                PointsLeft = [.. stored.PointsLeft, .. undoing.PointsLeft],
                ClaimsLeft = staying,
                InstantClaims = transition == SessionTransition.Reopen ? stored.InstantClaims : [],
                ProgressLeft = [.. stored.ProgressLeft, .. progress.Left],
                Counted = stored.Counted is { } counted ? counted with { Campaigns = [] } : null,
            };
            var after = After(read, profile, totals, context.Now);
            var doings = new LoyaltyDoings([], returns, []);
            var state = await states.BuildAsync(context, include, session, after, transition.EventType(), result, CancellationToken.None, doings) with
            {
                PreviousReturns = include.HasFlag(ResponseContent.PreviousReturns) ? stored.Returns : null,
            };
            var analytics = SessionNumbers.Changes(read.Partition, SessionNumbers.Of(stored, granted), SessionNumbers.Of(next, undoing.Left), isRefund: transition == SessionTransition.Cancel);
            var work = new SessionCommit.Work
            {
                Read = read with { Profile = profile },
                Turn = turn,
                Profile = profile is { Stored: { } row, ETag: { } etag } ? new KnownProfile(row, etag) : null,
                Next = next,
                Effects = undoing.Left,
                Attempt = attempt,
                Confirmed = backs,
                Outbox = await notes.HoldAsync(reference, read.Application, session, OutboxQueues.Rollbacks, Rollbacks.Owed(reference, returns, profile, totals, analytics)),
                Answer = render(await codes.AddToAsync(state, context, include, read, Left(claims, stored), CancellationToken.None)),
            };
            await commit.RunAsync(context, work);
            return work.Answer;
        }
        catch (Exception lost) when (lost is RaceLostException or AttemptAbandonedException)
        {
            await settlement.GiveUpAsync(attempt);
            throw new RaceLostException(read.Partition);
        }
    }

    /// <summary>The customer with the totals that the commit owes.</summary>
    internal static CustomerProfile? After(SessionRead session, ProfileRead? read, ProfileTotals totals, DateTimeOffset now) =>
        read?.Stored is { } stored ? totals.AddedTo(stored.Shown(session.Application)) with { LastActivity = now } : null;

    /// <summary>What is left of the claims after earlier returns, as they go back now.</summary>
    private static IEnumerable<ClaimReturn> Left(IReadOnlyList<Claim> claims, SessionRow stored) =>
        claims.Select((claim, i) => new ClaimReturn(claim, claim.Amount - stored.GivenBack.GetValueOrDefault(i))).Where(back => !back.Claim.Permanent);

    private async Task<IReadOnlyList<ClaimReturn>> ReturnsAsync(IEnumerable<Claim> claims, DateTimeOffset now)
    {
        var returns = new List<ClaimReturn>();
        foreach (var claim in claims.Where(claim => !claim.Permanent && claim is not AchievementClaim))
            returns.Add(claim is PointsClaim spent ? await points.GiveBackAsync(spent, now, CancellationToken.None) : new ClaimReturn(claim, claim.Amount));
        return returns;
    }
}
