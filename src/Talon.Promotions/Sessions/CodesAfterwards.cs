namespace Talon.Promotions;

/// <summary>Tells the codes of a session as they are once claims on them have gone back.</summary>
internal sealed class CodesAfterwards(SessionReader reader)
{
    /// <summary>The state with the coupons and the referral of the stored session, if the caller wants to be told.</summary>
    /// <param name="state">What else is told.</param>
    /// <param name="context">The request.</param>
    /// <param name="include">What the caller asked to be told.</param>
    /// <param name="read">The session as it is stored.</param>
    /// <param name="returns">What goes back.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IntegrationState> AddToAsync(IntegrationState state, RequestContext context, ResponseContent include, SessionRead read, IEnumerable<ClaimReturn> returns, CancellationToken cancellation)
    {
        if ((include & (ResponseContent.Coupons | ResponseContent.Referral)) == 0)
            return state;
        var stored = read.Stored!.Session;
        var named = await reader.CompleteAsync(context, new SessionUpdate { IntegrationId = stored.IntegrationId }, read, cancellation);
        var customer = stored.ProfileId.Length == 0 ? null : stored.ProfileId;
        var used = named.Coupons.SelectMany(coupon => coupon.Counters(customer))
            .Concat(named.Referral?.Counters(customer) ?? [])
            .ToDictionary(counter => counter.Key, counter => counter.State.Used);
        foreach (var back in returns)
        {
            if (back.Claim is LimitClaim claim && used.ContainsKey(claim.Key))
                used[claim.Key] -= back.Amount;
        }

        return state with
        {
            Coupons = include.HasFlag(ResponseContent.Coupons) ? StateBuilder.Coupons(named.Coupons, customer, used) : null,
            Referral = include.HasFlag(ResponseContent.Referral) ? named.Referral?.Shown(used, customer) : null,
        };
    }
}
