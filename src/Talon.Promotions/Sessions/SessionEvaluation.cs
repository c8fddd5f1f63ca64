using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Creates, updates, closes and abandons sessions: evaluates under claims, and commits.</summary>
internal sealed class SessionEvaluation(
    SessionCommit commit,
    EvaluationRuns runs,
    LimitLedger limits,
    AttemptStore attempts,
    Settlement settlement,
    ProfileWriter profiles,
    StateBuilder states,
    IdSource ids,
    IRandomSource random)
{
    /// <summary>Runs the update on what was read.</summary>
    public async Task<ReadOnlyMemory<byte>> RunAsync(RequestContext context, SessionUpdate update, SessionTransition transition, SessionRead read, IGateTurn turn, Func<IntegrationState, byte[]> render, CancellationToken cancellation)
    {
        var profile = read.Profile is { } found ? await profiles.PlanAsync(found, read.Partition, context.Now, cancellation) : null;
        var id = read.Stored?.Session.Id ?? await ids.NextAsync(IdKinds.Session, cancellation);
        var session = SessionMerge.Apply(read.Stored?.Session, update, transition.Result(), id, context) with
        {
            FirstSession = profile is null || profile.FirstSession == read.Partition,
        };
        var counters = Counters(read, profile?.Profile);
        var run = runs.Create(new EvaluationSubject(context, read.Application, counters), Facts(context, session, profile?.Profile, read), SessionDryRun.Options(update));
        var claimed = new ClaimedEvaluation(run, counters, limits, attempts, new AttemptReference(read.Partition, random.UniqueId()));
        try
        {
            var binding = profile is null ? Task.FromResult<KnownProfile?>(null) : BindAsync(read.Profile!, profile, cancellation);
            var evaluating = EvaluateAsync(context, transition, read, claimed, profile?.Profile, cancellation);
            await Task.WhenAll(binding, evaluating);
            var work = new SessionCommit.Work
            {
                Read = read,
                Turn = turn,
                Profile = await binding,
                Next = Next(read.Stored, session, transition, claimed, counters, await evaluating),
                Effects = transition.Closes()
                    ? GrantedEffects.Closed(await evaluating, session, claimed.Confirmed, read.Application)
                    : GrantedEffects.Tentative((await evaluating).Effects),
                Attempt = claimed.Attempt,
                Confirmed = claimed.Confirmed,
                Outbox = transition.Closes() && read.Profile is { } owed ? [Closed(session, claimed.Reference, owed.Partition)] : [],
                Answer = render(await StateAsync(context, update, transition, read, session, profile?.Profile, claimed, await evaluating, cancellation)),
            };
            await commit.RunAsync(context, work);
            return work.Answer;
        }
        catch (Exception lost) when (lost is RaceLostException or AttemptAbandonedException)
        {
            if (claimed.Attempt is not null)
                await settlement.SettleAsync(claimed.Reference, CancellationToken.None);
            throw new RaceLostException(read.Partition);
        }
    }

    private async Task<KnownProfile?> BindAsync(ProfileRead read, ProfileRow planned, CancellationToken cancellation) => await profiles.BindAsync(read, planned, cancellation);

    private static async Task<EvaluationResult> EvaluateAsync(RequestContext context, SessionTransition transition, SessionRead read, ClaimedEvaluation claimed, CustomerProfile? profile, CancellationToken cancellation)
    {
        if (!transition.Evaluates())
            return Nothing;
        var heldAt = transition.Closes() ? read.Profile?.Partition : null;
        return await claimed.RunAsync(transition.Closes(), result => CouponUses(result, profile), context.Now, heldAt, cancellation);
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
        CancellationToken cancellation)
    {
        var after = profile is null ? null : profile with { LastActivity = context.Now };
        if (after is not null && transition.Closes())
            after = Totals(session, claimed.Reference).AddedTo(after);
        var state = await states.BuildAsync(context, update.Include, session, after, transition.EventType(), result, cancellation);
        return update.Include.HasFlag(ResponseContent.Coupons)
            ? state with { Coupons = StateBuilder.Coupons(read.Coupons, profile?.IntegrationId, claimed.UsedAfter) }
            : state;
    }

    private static SessionRow Next(SessionRow? stored, CustomerSession session, SessionTransition transition, ClaimedEvaluation claimed, CounterBook counters, EvaluationResult result) => new()
    {
        Session = session,
        Attempt = claimed.Reference.Id,
        Commits = (stored?.Commits ?? 0) + 1,
        Closes = (stored?.Closes ?? 0) + (transition.Closes() ? 1 : 0),
        ClosingAttempt = transition.Closes() && claimed.Attempt is not null ? claimed.Reference.Id : null,
        Budgets = counters.Budgets,
        Triggered = result.TriggeredCampaigns,
    };

    private CounterBook Counters(SessionRead read, CustomerProfile? profile)
    {
        var counters = new CounterBook(limits);
        foreach (var coupon in read.Coupons)
            counters.Add(coupon, profile?.IntegrationId);
        foreach (var (key, state) in read.Budgets)
            counters.Add(key, state);
        return counters;
    }

    private static EvaluationResult Nothing { get; } = new() { Effects = [], Charges = [], TriggeredCampaigns = [], Missing = MissingFacts.None };

    private static EvaluationFacts Facts(RequestContext context, CustomerSession session, CustomerProfile? profile, SessionRead read) => new()
    {
        Now = context.Now,
        Session = FactBuilder.Session(session, read.Application),
        Profile = profile is null ? null : FactBuilder.Profile(profile, read.Application),
        Store = FactBuilder.Store(session.StoreIntegrationId, read.Application),
        Coupons = [.. read.Coupons.Select(coupon => FactBuilder.Coupon(coupon, read.Application))],
    };

    /// <summary>Redemptions are counted per customer too, whether a limit looks at them or not.</summary>
    private static IEnumerable<Charge> CouponUses(EvaluationResult result, CustomerProfile? profile)
    {
        if (profile is null)
            yield break;
        foreach (var charge in result.Charges)
        {
            if (charge.Key.Owner == LimitOwner.Coupon && charge.Key == LimitKey.CouponUses(charge.Key.OwnerId))
            {
                var counted = LimitKey.CouponUsesByProfile(charge.Key.OwnerId, profile.IntegrationId);
                if (!result.Charges.Any(other => other.Key == counted))
                    yield return charge with { Key = counted, Ceiling = null };
            }
        }
    }

    private static OutboxRow Closed(CustomerSession session, AttemptReference reference, string profilePartition) => new()
    {
        Id = $"{reference.Id}.totals",
        Queue = OutboxQueues.Redemptions,
        Target = profilePartition,
        Attempt = reference.Id,
        Totals = Totals(session, reference),
    };

    private static ProfileTotals Totals(CustomerSession session, AttemptReference reference) => new(1, session.Total, reference.Id);
}
