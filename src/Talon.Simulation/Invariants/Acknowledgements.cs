using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>What was answered stands: an acknowledged update is in the session's history, as it was answered; and a code is redeemed once for each session that is closed with it.</summary>
/// <remarks>It believes answers alone, and at rest asks the application what came of them.</remarks>
internal sealed class Acknowledgements(
    World world,
    SimulatedShop shop,
    Histories histories,
    Workload workload,
    Desk desk,
    Fleet fleet) : Invariant(world, "Acknowledged updates stand")
{
    private readonly SortedDictionary<string, long> _lastUpdates = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override void Answered(Sending sending)
    {
        if (sending.Outcome != Outcome.Acknowledged)
            return;
        if (sending.Operation is ReadSession or ActivatePoints or UpdateSession { Update.Dry: true })
        {
            if (sending.Commits > 0)
                Violated($"{sending} wrote something");
        }
        else if (sending.Operation.Commits == 0)
        {
            Violated($"{sending} was answered, and not committed");
        }
        else if (sending.Operation.SessionId is { } session)
        {
            var answer = Answer.Parse(sending.Answer);
            _lastUpdates[session] = Math.Max(_lastUpdates.GetValueOrDefault(session), answer.UpdateCount);
            Compare(sending, answer);
        }
    }

    /// <inheritdoc/>
    public override async Task CheckAtRestAsync()
    {
        var redeemed = new Dictionary<string, long>();
        foreach (var session in histories.Sessions.Select(session => session.Id).Union(_lastUpdates.Keys).ToList())
        {
            foreach (var code in await AcceptedAsync(session))
                redeemed[code] = redeemed.GetValueOrDefault(code) + 1;
        }

        var coupons = (await fleet.AnyAsync(World.Stream(10))).Services.Coupons;
        foreach (var plan in shop.CouponPlans)
            Compare((await coupons.FindAsync(shop.Application, plan.Code, CancellationToken.None))!, redeemed.GetValueOrDefault(plan.Code));
    }

    private void Compare(Sending sending, Answer answer)
    {
        var entry = histories.Find(sending.Operation.SessionId)?.By(sending.Operation);
        if (entry is null)
            Violated($"{sending} was answered, and is not in the session's history");
        else if (answer.State is { } state && (state != entry.Session.State || answer.UpdateCount != entry.Session.UpdateCount))
            Violated($"{sending} was answered with update {answer.UpdateCount}, {state}, but is update {entry.Session.UpdateCount}, {entry.Session.State}");
        else if (sending.Operation is UpdateSession { Update.State: not SessionState.Cancelled } && !answer.Effects.SequenceEqual(Answer.Tell(entry.Effects)))
            Violated($"{sending} was answered with other effects than those that stand");
    }

    private void Compare(Coupon coupon, long redeemed)
    {
        if (coupon.UsageCounter != redeemed)
            Violated(FormattableString.Invariant($"{coupon.Value} counts {coupon.UsageCounter} redemptions, but {redeemed} sessions are closed with it"));
        if (coupon.UsageLimit > 0 && redeemed > coupon.UsageLimit)
            Violated(FormattableString.Invariant($"{redeemed} sessions are closed with {coupon.Value}, but its limit is {coupon.UsageLimit}"));
    }

    /// <summary>The codes that a session is closed with.</summary>
    private async Task<IReadOnlyList<string>> AcceptedAsync(string sessionId)
    {
        var sending = await desk.SendAsync(workload.Read(sessionId));
        if (sending.Outcome != Outcome.Acknowledged)
        {
            Violated($"{sending} came to {sending.Outcome} at rest: {sending.Refusal}");
            return [];
        }

        var answer = Answer.Parse(sending.Answer);
        if (answer.UpdateCount < _lastUpdates.GetValueOrDefault(sessionId))
            Violated($"{sessionId} has lost updates that were answered");
        return answer.State is SessionState.Closed or SessionState.PartiallyReturned ? answer.Accepted : [];
    }
}
