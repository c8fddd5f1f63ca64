using System.Globalization;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Tells which claims of a closing outlast its reopening: those for effects that nothing undoes.</summary>
/// <remarks>Source: docs.talon.one, customer sessions. Cancelling gives them back all the same.</remarks>
internal static class LastingClaims
{
    private static readonly HashSet<string> Actions = [LimitActions.AddFreeItemEffect, LimitActions.AwardGiveaway, LimitActions.CustomEffect, LimitActions.CallApi];

    /// <summary>The claims among those of a closing.</summary>
    public static IReadOnlyList<Claim> Of(IEnumerable<Claim> claims, ApplicationConfiguration application) =>
        [.. claims.OfType<LimitClaim>().Where(claim => !claim.Permanent && Action(claim.Key, application) is { } action && Actions.Contains(action))];

    /// <summary>The claims for referrals created and coupons reserved: they outlast reopening, and cancelling gives them back. Those for coupons created stay for ever.</summary>
    public static IEnumerable<Claim> OfInstants(IEnumerable<Claim> claims, ApplicationConfiguration application) =>
        claims.OfType<LimitClaim>().Where(claim =>
            claim is { Permanent: true, Key.Owner: LimitOwner.Campaign } && Action(claim.Key, application) is LimitActions.CreateReferral or LimitActions.ReserveCoupon);

    /// <summary>What a counter counts; null when its budget is gone.</summary>
    public static string? Action(LimitKey key, ApplicationConfiguration application) => key.Owner == LimitOwner.Campaign
        ? application.Campaigns.GetValueOrDefault(key.OwnerId)?.Limits.FirstOrDefault(limit => limit.Id is { } id && key.Limit == id.ToString(CultureInfo.InvariantCulture))?.Action
        : key.Limit;
}
