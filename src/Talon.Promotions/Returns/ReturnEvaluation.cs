using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Evaluates what a return leaves of a cart, for the campaigns that ask for it and had triggered at closing.</summary>
/// <remarks>The effects tell the caller what the rules now say; they are not booked.</remarks>
internal sealed class ReturnEvaluation(SessionReader reader, ReferralReader referrals, EvaluationRuns runs, BookKeeper keeper)
{
    /// <summary>The rollback effects, followed by what the rules say when the caller wants to know.</summary>
    public async Task<EvaluationResult> RunAsync(
        RequestContext context,
        ReturnRequest request,
        SessionRead read,
        CustomerSession session,
        ProfileRow? profile,
        IReadOnlyList<Claim> claims,
        IReadOnlyList<Effect> rollbacks,
        CancellationToken cancellation)
    {
        var undone = new EvaluationResult { Effects = rollbacks, Charges = [], TriggeredCampaigns = [], Missing = MissingFacts.None };
        var campaigns = read.Stored!.Triggered.Where(id => read.Application.Campaigns.GetValueOrDefault(id) is { ReevaluateOnReturn: true, State: CampaignState.Enabled }).ToHashSet();
        if (!request.RunRuleEngine || campaigns.Count == 0)
            return undone;

        var named = await reader.CompleteAsync(context, new SessionUpdate { IntegrationId = session.IntegrationId }, read, cancellation);
        var scope = new UpdateScope
        {
            Application = read.Application,
            Now = context.Now,
            Operation = read.Partition + ".return",
            Customer = profile?.Profile.IntegrationId,
            Session = session.IntegrationId,
            Store = session.StoreIntegrationId,
            Card = named.Card,
        };
        var books = keeper.Open(scope, named);
        var counters = books.Counters;
        foreach (var claim in claims.OfType<LimitClaim>().Where(claim => counters.Used.ContainsKey(claim.Key)))
            counters.Cap(claim.Key, counters.Used[claim.Key] - claim.Amount);
        var facts = new EvaluationFacts
        {
            Now = context.Now,
            Session = FactBuilder.Session(session, read.Application) with { Closing = true },
            Profile = profile is null ? null : FactBuilder.Profile(profile, read.Application),
            Store = FactBuilder.Store(session.StoreIntegrationId, read.Application),
            Coupons = [.. named.Coupons.Select(coupon => FactBuilder.Coupon(coupon, read.Application))],
            LoyaltyCard = FactBuilder.LoyaltyCard(named.Card),
            Referral = FactBuilder.Referral(await referrals.CompleteAsync(named.Referral, cancellation), read.Application),
            Event = new EventFacts(SessionReturn.EventType, new Dictionary<string, Value>()),
        };
        var options = new EvaluationOptions { Campaigns = campaigns };
        var result = Books.Unclaimed(await runs.Create(new EvaluationSubject(read.Application, books), facts, options).EvaluateAsync(cancellation));
        return result with { Effects = [.. rollbacks, .. result.Effects] };
    }
}
