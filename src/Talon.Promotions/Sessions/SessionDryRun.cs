using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Evaluates a payload alone, and stores nothing.</summary>
internal sealed class SessionDryRun(SessionReader reader, EvaluationRuns runs, BookKeeper keeper, StateBuilder states)
{
    /// <summary>What the update would lead to, as if there were no stored session.</summary>
    public async Task<IntegrationState> RunAsync(RequestContext context, SessionUpdate update, CancellationToken cancellation)
    {
        var read = await reader.ReadDryAsync(context, update, cancellation);
        update = update.Filled(read.CatalogItems, update.EvaluationTime ?? context.Now);
        SessionChecks.Check(update, context, read);
        context = context with { Now = update.EvaluationTime ?? context.Now };
        var transition = SessionTransitions.Of(null, update.State, update.Pointer);
        var session = SessionMerge.Apply(null, update, transition.Result(), 0, context);
        var stored = read.Profile?.Stored;
        var row = stored ?? (read.Profile is { } unknown ? new ProfileRow { Profile = Unknown(unknown.IntegrationId, context.Now) } : null);
        var profile = row?.Shown(read.Application);
        session = session with { FirstSession = stored?.FirstSession is not { } first || first == read.Partition };

        var scope = new UpdateScope
        {
            Application = read.Application,
            Now = context.Now,
            Operation = read.Partition,
            Customer = profile?.IntegrationId,
            Session = session.IntegrationId,
            Store = session.StoreIntegrationId,
            Card = read.Card,
        };
        var facts = new EvaluationFacts
        {
            Now = scope.Now,
            Session = FactBuilder.Session(session, read.Application),
            Profile = row is null ? null : FactBuilder.Profile(row, read.Application),
            Store = FactBuilder.Store(session.StoreIntegrationId, read.Application),
            Coupons = [.. read.Coupons.Select(coupon => FactBuilder.Coupon(coupon, read.Application))],
            Referral = FactBuilder.Referral(read.Referral, read.Application),
            Event = FactBuilder.Event(transition),
            LoyaltyCard = FactBuilder.LoyaltyCard(read.Card),
        };
        var result = Books.Unclaimed(await runs.Create(new EvaluationSubject(read.Application, keeper.Open(scope, read)), facts, Options(update)).EvaluateAsync(cancellation));
        var state = await states.BuildAsync(context, update.Include, session, profile, transition.EventType(), result, cancellation);
        var unused = new Dictionary<LimitKey, decimal>();
        return state with
        {
            Coupons = update.Include.HasFlag(ResponseContent.Coupons) ? StateBuilder.Coupons(read.Coupons, profile?.IntegrationId, unused) : null,
            Referral = update.Include.HasFlag(ResponseContent.Referral) ? read.Referral?.Shown(unused, null) : null,
        };
    }

    /// <summary>What the caller of an update wants the evaluation to tell.</summary>
    public static EvaluationOptions Options(SessionUpdate update) => new()
    {
        ExplainFailures = update.Include.HasFlag(ResponseContent.RuleFailureReasons),
        Eligibility = update.Include.HasFlag(ResponseContent.CampaignEligibility),
        Campaigns = update.EvaluableCampaignIds is { } ids ? new HashSet<long>(ids) : null,
    };

    /// <summary>A customer who would come into being.</summary>
    public static CustomerProfile Unknown(string integrationId, DateTimeOffset now) => new()
    {
        Id = 0,
        Created = now,
        IntegrationId = integrationId,
        Attributes = JsonObject.Empty,
        AccountId = ProfileWriter.AccountId,
        ClosedSessions = 0,
        TotalSales = 0,
        LastActivity = now,
    };
}
