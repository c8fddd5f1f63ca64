using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Shows what a campaign, enabled or not, would do for a cart, or would have done for the sessions closed last. Stores nothing.</summary>
public sealed class PreviewService
{
    /// <summary>Most sessions looked at for one preview.</summary>
    public const int MostSessions = 10_000;

    private readonly ConfigurationStore _configurations;
    private readonly ClosedSessions _closed;
    private readonly SessionReader _sessions;
    private readonly EvaluationRuns _runs;
    private readonly BookKeeper _keeper;

    internal PreviewService(ConfigurationStore configurations, ClosedSessions closed, SessionReader sessions, EvaluationRuns runs, BookKeeper keeper) =>
        (_configurations, _closed, _sessions, _runs, _keeper) = (configurations, closed, sessions, runs, keeper);

    /// <summary>What the campaign would do for a cart now, with limits as they are used.</summary>
    /// <param name="context">The Application and the clock.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="withOthers">Whether the campaigns that run are evaluated beside it.</param>
    /// <param name="cart">The cart.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<CampaignPreview> OfCartAsync(RequestContext context, long campaignId, bool withOthers, SessionUpdate cart, CancellationToken cancellation)
    {
        var application = await RequireAsync(context.ApplicationId, campaignId, cancellation);
        cart = cart with { Dry = true, EvaluableCampaignIds = null, Include = ResponseContent.None };
        var read = await _sessions.ReadDryAsync(context, cart, cancellation);
        SessionChecks.Check(cart, context, read);
        var session = SessionMerge.Apply(null, cart, SessionState.Closed, 0, context);
        var options = Options(application, campaignId, withOthers, context.Now) with { ExplainFailures = true };
        var result = await EvaluateAsync(read, session, read.Profile?.Stored?.FirstSession is null, context.Now, options, null, cancellation);
        return new(application.Settings.Currency, 1, [Of(result, session, campaignId, context.Now)]);
    }

    /// <summary>What the campaign would have done for the sessions closed last.</summary>
    /// <remarks>
    /// Each is evaluated as it was closed, also what was returned since, by the clock of its closing and in the order in which they
    /// were closed; customers and their points are as they are now. The limits are counted from nothing, so that budgets end where they would have ended.
    /// </remarks>
    /// <param name="context">The Application and the clock.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="withOthers">Whether the campaigns that run are evaluated beside it.</param>
    /// <param name="count">How many sessions, at most <see cref="MostSessions"/>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<CampaignPreview> OfLastSessionsAsync(RequestContext context, long campaignId, bool withOthers, int count, CancellationToken cancellation)
    {
        var application = await RequireAsync(context.ApplicationId, campaignId, cancellation);
        var last = await LastAsync(context, application, count, cancellation);
        var counted = new Dictionary<LimitKey, decimal>();
        List<PreviewedSession> affected = [];
        var evaluated = 0;
        for (var i = last.Count - 1; i >= 0; i--)
        {
            var alone = context with { Idempotency = null };
            if ((await _sessions.ReadSessionAsync(alone, last[i].IntegrationId, cancellation)).Stored?.Session is not { } session)
                continue;
            evaluated++;
            var read = await _sessions.ReadDryAsync(alone, AsUpdate(session), cancellation);
            var result = await EvaluateAsync(read, AsClosed(session), session.FirstSession, last[i].At, Options(application, campaignId, withOthers, last[i].At), counted, cancellation);
            foreach (var charge in result.Charges)
                counted[charge.Key] = counted.GetValueOrDefault(charge.Key) + charge.Amount;
            if (Of(result, session, campaignId, last[i].At) is { Effects.Count: > 0 } done)
                affected.Add(done);
        }

        return new(application.Settings.Currency, evaluated, affected);
    }

    private async Task<ApplicationConfiguration> RequireAsync(long applicationId, long campaignId, CancellationToken cancellation)
    {
        var configuration = await _configurations.GetAsync(cancellation);
        var campaign = configuration.RequireCampaign(applicationId, campaignId);
        var application = configuration.For(applicationId);
        if (campaign.State == CampaignState.Archived)
            throw new ConflictException("An archived campaign cannot be evaluated");
        if (application.BrokenCampaigns.FirstOrDefault(broken => broken.CampaignId == campaignId) is { } broken)
            throw new InvalidRequestException([.. broken.Problems.Select(problem => new Problem("Invalid ruleset", $"{problem.Describe()} (at {problem.Pointer} of its ruleset)"))]);
        return application;
    }

    /// <summary>The sessions closed last that are still closed, the latest first.</summary>
    private async Task<IReadOnlyList<ClosedSessionRow>> LastAsync(RequestContext context, ApplicationConfiguration application, int count, CancellationToken cancellation)
    {
        List<ClosedSessionRow> last = [];
        await foreach (var row in _closed.ReadAsync(context.ApplicationId, context.Now, application.Application.Created, cancellation))
        {
            var stored = (await _sessions.ReadSessionAsync(context with { Idempotency = null }, row.IntegrationId, cancellation)).Stored;
            if (stored?.Session.State is SessionState.Closed or SessionState.PartiallyReturned)
                last.Add(row);
            if (last.Count == count)
                break;
        }

        return last;
    }

    private async Task<EvaluationResult> EvaluateAsync(SessionRead read, CustomerSession session, bool first, DateTimeOffset at, EvaluationOptions options, Dictionary<LimitKey, decimal>? counted, CancellationToken cancellation)
    {
        var profile = read.Profile?.Stored ?? (read.Profile is { } unknown ? new ProfileRow { Profile = SessionDryRun.Unknown(unknown.IntegrationId, at) } : null);
        var scope = new UpdateScope
        {
            Application = read.Application,
            Now = at,
            Operation = read.Partition,
            Customer = profile?.Profile.IntegrationId,
            Session = session.IntegrationId,
            Store = session.StoreIntegrationId,
            Counted = counted is null ? null : key => counted.GetValueOrDefault(key),
            Card = read.Card,
        };
        var facts = new EvaluationFacts
        {
            Now = at,
            Session = FactBuilder.Session(session with { FirstSession = first }, read.Application),
            Profile = profile is null ? null : FactBuilder.Profile(profile, read.Application),
            LoyaltyCard = FactBuilder.LoyaltyCard(read.Card),
            Store = FactBuilder.Store(session.StoreIntegrationId, read.Application),
            Coupons = [.. read.Coupons.Select(coupon => FactBuilder.Coupon(coupon, read.Application))],
            Referral = FactBuilder.Referral(read.Referral, read.Application),
            Event = FactBuilder.Event(SessionTransition.CreateClosed),
        };
        var books = counted is null ? _keeper.Open(scope, read) : _keeper.Open(scope, [], [], []);
        return Books.Unclaimed(await _runs.Create(new EvaluationSubject(read.Application, books), facts, options).EvaluateAsync(cancellation));
    }

    private static PreviewedSession Of(EvaluationResult result, CustomerSession session, long campaignId, DateTimeOffset at) => new(
        session.IntegrationId,
        session.ProfileId,
        at,
        session.Total,
        [.. result.Effects.Where(effect => effect.CampaignId == campaignId && effect.Props is not (RejectCouponProps or RejectReferralProps))],
        [.. result.Failures.Where(failure => failure.CampaignId == campaignId)]);

    private static EvaluationOptions Options(ApplicationConfiguration application, long campaignId, bool withOthers, DateTimeOffset at) => new()
    {
        Campaigns = withOthers
            ? application.Campaigns.Values.Where(other => other.State == CampaignState.Enabled && !(other.StartTime > at) && !(other.EndTime <= at)).Select(other => other.Id).Append(campaignId).ToHashSet()
            : new HashSet<long> { campaignId },
    };

    /// <summary>The session as it was when it was closed, with what came back since.</summary>
    private static CustomerSession AsClosed(CustomerSession session) =>
        session with { State = SessionState.Closed, CartItems = [.. session.CartItems.Select(item => item with { ReturnedQuantity = null })] };

    private static SessionUpdate AsUpdate(CustomerSession session) => new()
    {
        IntegrationId = session.IntegrationId,
        ProfileId = session.ProfileId,
        CouponCodes = session.CouponCodes,
        ReferralCode = session.ReferralCode,
        Dry = true,
    };
}
