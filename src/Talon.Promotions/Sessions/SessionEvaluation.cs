using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Creates, updates, closes and abandons sessions: evaluates under claims, and commits.</summary>
internal sealed class SessionEvaluation(
    SessionCommit commit,
    EvaluationRuns runs,
    BookKeeper keeper,
    ReferralReader referrals,
    InstantEffects instants,
    LimitLedger limits,
    AttemptStore attempts,
    OldClaims old,
    CardNotes notes,
    Settlement settlement,
    ProfileWriter profiles,
    ClosedSessions closed,
    StateBuilder states,
    IdSource ids,
    IRandomSource random)
{
    /// <summary>Runs the update on what was read.</summary>
    public async Task<ReadOnlyMemory<byte>> RunAsync(
        RequestContext context,
        SessionUpdate update,
        SessionTransition transition,
        SessionRead read,
        IGateTurn turn,
        Func<IntegrationState, byte[]> render,
        CancellationToken cancellation)
    {
        var closes = transition.Closes();
        var heldAt = closes ? read.Profile?.Partition : null;
        var profile = read.Profile is { } found ? await profiles.PlanAsync(found, read.Partition, context.Now, cancellation) : null;
        var id = read.Stored?.Session.Id ?? await ids.NextAsync(IdKinds.Session, cancellation);
        var session = SessionMerge.Apply(read.Stored?.Session, update, transition.Result(), id, context) with
        {
            FirstSession = profile is null || profile.FirstSession == read.Partition,
        };
        var scope = Scope(context, session, read);
        var run = runs.Create(
            new EvaluationSubject(read.Application, keeper.Open(scope, read)),
            token => FactsAsync(context, transition, session, profile, read, token),
            SessionDryRun.Options(update));
        var left = read.Stored?.ClaimsLeft ?? [];
        var instantly = read.Stored?.InstantClaims ?? [];
        var claimed = new ClaimedEvaluation(run, limits, attempts, old, AttemptReference.New(read.Partition, context.Now, random));
        try
        {
            var binding = profile is null ? Task.FromResult<KnownProfile?>(null) : BindAsync(read, profile, cancellation);
            var evaluating = transition.Evaluates() ? claimed.RunAsync(closes, heldAt, cancellation) : Task.FromResult(Nothing);
            var noting = closes ? closed.NoteAsync(context.ApplicationId, session.IntegrationId, context.Now) : Task.CompletedTask;
            await Task.WhenAll(binding, evaluating, noting, LinkAdvocateAsync(read, cancellation));
            var instant = await instants.RunAsync(context, read.Application, await evaluating, Done(read.Stored, session), Targets(read, update), claimed, heldAt);
            var result = await evaluating with { Effects = instant.Effects };
            session = instant.Apply(session);
            var booked = closes
                ? await new PointsGranting(ids, claimed.Books.Points, scope).RunAsync(claimed.Reference, result.Effects, read.Stored?.PointsLeft ?? [], cancellation)
                : PointsBookings.None with { Left = read.Stored?.PointsLeft ?? [] };
            var next = Next(read.Stored, session, transition, claimed, result) with
            {
                Done = [.. instant.Done, .. claimed.Books.Giveaways.Done],
                PointsLeft = booked.Left,
                ProgressLeft = read.Stored?.ProgressLeft ?? [],
                ClaimsLeft = transition.Evaluates() && !closes ? left : [],
                InstantClaims = transition.Evaluates() ? [.. instantly, .. LastingClaims.OfInstants(claimed.Confirmed, read.Application)] : [],
                Advocate = read.Referral?.Referral?.AdvocateProfileIntegrationId,
                Counted = closes ? SessionNumbers.Closing(result.Effects, context.Now, read.Application.Settings.TimeZone) : read.Stored?.Counted,
            };
            IReadOnlyList<Claim> confirmed = closes ? [.. claimed.Confirmed, .. left] : claimed.Confirmed;
            var effects = closes
                ? GrantedEffects.Closed(result, session, confirmed, read.Application, booked.Grants)
                : GrantedEffects.Tentative(result.Effects);
            var analytics = SessionNumbers.Changes(read.Partition, SessionNumbers.Of(read.Stored, []), SessionNumbers.Of(next, effects));
            var ended = transition.Evaluates() ? [] : left.Concat(instantly).Select(claim => new ClaimReturn(claim, claim.Amount));
            IReadOnlyList<OutboxRow> outbox = closes
                ? Owed(context, session, read.Profile, claimed, result, instant, booked, analytics)
                : [.. instant.Outbox, .. Rollbacks.Owed(claimed.Reference, ended)];
            if (outbox.Count > 0 || (closes && left.Count > 0))
            {
                await claimed.BeginAsync(heldAt);
                outbox = await notes.HoldAsync(claimed.Reference, read.Application, session, OutboxQueues.Redemptions, outbox);
            }

            var doings = closes ? new LoyaltyDoings(booked.Operations, [], []) : LoyaltyDoings.Announced(result.Effects);
            var state = await StateAsync(context, update, transition, read, session, Shown(profile, read, instant), claimed, result, instant, doings, cancellation) with
            {
                CreatedCoupons = [.. instant.CreatedCoupons.Select(created => created.Coupon)],
                CreatedReferrals = [.. instant.CreatedReferrals.Select(created => created.Referral)],
            };
            var work = new SessionCommit.Work
            {
                Read = read,
                Turn = turn,
                Profile = await binding,
                Next = next with { ClosingAttempt = closes ? claimed.Attempt?.Reference.Id : null },
                Effects = effects,
                Attempt = claimed.Attempt,
                Confirmed = confirmed,
                Outbox = outbox,
                Answer = render(state),
            };
            await commit.RunAsync(context, work);
            return work.Answer;
        }
        catch (Exception lost) when (lost is RaceLostException or AttemptAbandonedException)
        {
            if (claimed.Attempt is { } begun)
                await settlement.GiveUpAsync(begun);
            throw new RaceLostException(read.Partition);
        }
    }

    /// <summary>Leads from an advocate to a session that is about to name them.</summary>
    private Task LinkAdvocateAsync(SessionRead read, CancellationToken cancellation) =>
        read.Referral?.Referral?.AdvocateProfileIntegrationId is { } advocate && advocate != read.Stored?.Advocate
            ? profiles.NameAsync(advocate, read.Partition, cancellation)
            : Task.CompletedTask;

    private async Task<KnownProfile?> BindAsync(SessionRead read, ProfileRow planned, CancellationToken cancellation)
    {
        var customer = read.Profile!;
        return await profiles.BindAsync(customer, planned, read.Stored?.Session.ProfileId == customer.IntegrationId ? null : read.Partition, cancellation);
    }

    private async Task<IntegrationState> StateAsync(
        RequestContext context,
        SessionUpdate update,
        SessionTransition transition,
        SessionRead read,
        CustomerSession session,
        CustomerProfile? profile,
        ClaimedEvaluation claimed,
        EvaluationResult result,
        InstantPlan instant,
        LoyaltyDoings doings,
        CancellationToken cancellation)
    {
        var after = profile is null ? null : profile with { LastActivity = context.Now };
        if (after is not null && transition.Closes())
            after = Totals(session).AddedTo(after);
        var state = await states.BuildAsync(context, update.Include, session, after, transition.EventType(), result, cancellation, doings);
        return state with
        {
            Coupons = update.Include.HasFlag(ResponseContent.Coupons) ? StateBuilder.Coupons(instant.Apply(read.Coupons), profile?.IntegrationId, claimed.Books.Counters.UsedAfter) : null,
            Referral = update.Include.HasFlag(ResponseContent.Referral) ? instant.Apply(read.Referral)?.Shown(claimed.Books.Counters.UsedAfter, profile?.IntegrationId) : null,
            AwardedGiveaways = update.Include.HasFlag(ResponseContent.AwardedGiveaways) ? claimed.Books.Giveaways.Awarded : null,
        };
    }

    private static SessionRow Next(SessionRow? stored, CustomerSession session, SessionTransition transition, ClaimedEvaluation claimed, EvaluationResult result) => new()
    {
        Session = session,
        Attempt = claimed.Reference.Id,
        Commits = (stored?.Commits ?? 0) + 1,
        Closes = (stored?.Closes ?? 0) + (transition.Closes() ? 1 : 0),
        AnswersExpire = stored?.AnswersExpire,
        Budgets = claimed.Books.Counters.Budgets,
        Triggered = result.TriggeredCampaigns,
    };

    private static InstantTargets Targets(SessionRead read, SessionUpdate update) => new()
    {
        SentAttributes = update.Attributes,
        SendsItems = update.CartItems is not null,
        Profile = read.Profile?.Partition,
        Advocate = read.Referral?.Referral is { } referral ? Partitions.Profile(referral.AdvocateProfileIntegrationId) : null,
        Referral = read.Referral?.Partition,
        Coupons = read.Coupons.Where(coupon => coupon.Coupon is not null).ToDictionary(coupon => coupon.Coupon!.Id, coupon => coupon.Partition),
    };

    private static UpdateScope Scope(RequestContext context, CustomerSession session, SessionRead read) => new()
    {
        Application = read.Application,
        Now = context.Now,
        Operation = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{read.Partition}.{(read.Stored?.Closes ?? 0) + 1}"),
        Customer = session.ProfileId.Length == 0 ? null : session.ProfileId,
        Session = session.IntegrationId,
        Store = session.StoreIntegrationId,
        Card = read.Card,
    };

    /// <summary>What was done once and for all. What was done to a customer or a referral who is no longer that of the session is to be done to the one who is.</summary>
    private static IReadOnlyList<DoneEffect> Done(SessionRow? stored, CustomerSession session)
    {
        if (stored is null)
            return [];
        var (before, newCustomer) = (stored.Session, stored.Session.ProfileId != session.ProfileId);
        var newReferral = before.ReferralCode != session.ReferralCode;
        return newCustomer || newReferral ? [.. stored.Done.Where(done => !IsOfAnother(done.Effect.Props))] : stored.Done;

        bool IsOfAnother(EffectProps props) => props switch
        {
            UpdateAttributeProps { Path: var path } when path.StartsWith("Profile.", StringComparison.Ordinal) => newCustomer,
            UpdateAttributeProps { Path: var path } when path.StartsWith("Referral.", StringComparison.Ordinal) || path.StartsWith("AdvocateProfile.", StringComparison.Ordinal) => newReferral,
            ReserveCouponProps reservation => reservation.ProfileIntegrationId == before.ProfileId ? newCustomer : newReferral,
            _ => false,
        };
    }

    private static EvaluationResult Nothing { get; } = new() { Effects = [], Charges = [], TriggeredCampaigns = [], Missing = MissingFacts.None };

    private async Task<EvaluationFacts> FactsAsync(RequestContext context, SessionTransition transition, CustomerSession session, ProfileRow? profile, SessionRead read, CancellationToken cancellation) => new()
    {
        Now = context.Now,
        Session = FactBuilder.Session(session, read.Application),
        Profile = profile is null ? null : FactBuilder.Profile(profile, read.Application),
        Store = FactBuilder.Store(session.StoreIntegrationId, read.Application),
        Coupons = [.. read.Coupons.Select(coupon => FactBuilder.Coupon(coupon, read.Application))],
        Referral = FactBuilder.Referral(await referrals.CompleteAsync(read.Referral, cancellation), read.Application),
        Event = FactBuilder.Event(transition),
        LoyaltyCard = FactBuilder.LoyaltyCard(read.Card),
        Done = Done(read.Stored, session).Select(done => done.Key with { Occurrence = 0 }).ToHashSet(),
    };

    /// <summary>The customer, with what rules have just set.</summary>
    private static CustomerProfile? Shown(ProfileRow? profile, SessionRead read, InstantPlan instant)
    {
        if (profile is null)
            return null;
        var attributes = instant.Apply(read.Profile!.Partition, profile.Profile.Attributes)!.Value;
        var memberships = instant.Outbox.Where(row => row.Target == read.Profile.Partition).SelectMany(row => row.Audiences).Aggregate(profile.Memberships, static (before, change) => change.After(before));
        return (profile with { Profile = profile.Profile with { Attributes = attributes }, Memberships = memberships }).Shown(read.Application);
    }

    /// <summary>What closing owes.</summary>
    private static IReadOnlyList<OutboxRow> Owed(
        RequestContext context,
        CustomerSession session,
        ProfileRead? profile,
        ClaimedEvaluation claimed,
        EvaluationResult result,
        InstantPlan instant,
        PointsBookings booked,
        IReadOnlyList<AnalyticsChange> analytics)
    {
        var attempt = claimed.Reference;
        IReadOnlyList<OutboxRow> rows =
        [
            .. instant.Outbox,
            .. OutboxPlan.Giveaways(attempt, claimed.Books.Giveaways.Awarded),
            .. OutboxPlan.Points(attempt, booked.Operations),
            .. WebhookCalls.Owed(attempt, result.Effects, context.Now),
            .. AnalyticsChange.Owed(attempt, "counted", OutboxQueues.Redemptions, analytics),
        ];
        return OutboxPlan.WithTotals(attempt, OutboxQueues.Redemptions, rows, profile?.Partition, Totals(session));
    }

    private static ProfileTotals Totals(CustomerSession session) => new(1, session.Total, null);
}
