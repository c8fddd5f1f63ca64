using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What a session keeps of an evaluation.</summary>
internal static class GrantedEffects
{
    /// <summary>The effects of an open session: nothing is taken yet.</summary>
    public static IReadOnlyList<GrantedEffect> Tentative(IEnumerable<Effect> effects) => [.. effects.Select(effect => new GrantedEffect { Effect = effect })];

    /// <summary>The effects of a closing: with their charges and shares.</summary>
    /// <param name="result">The evaluation.</param>
    /// <param name="session">The session as it is closed.</param>
    /// <param name="claims">The claims that the closing confirms.</param>
    /// <param name="application">The configuration, which tells counts from amounts.</param>
    /// <param name="grants">The points granted, by index of the effect.</param>
    public static IReadOnlyList<GrantedEffect> Closed(EvaluationResult result, CustomerSession session, IReadOnlyList<Claim> claims, ApplicationConfiguration application, IReadOnlyDictionary<int, PointsGrant> grants)
    {
        var first = new Dictionary<LimitKey, int>();
        for (var i = claims.Count - 1; i >= 0; i--)
        {
            if (claims[i] is LimitClaim limit)
                first[limit.Key] = i;
        }

        var charges = result.Charges.Where(charge => !charge.Instant && first.ContainsKey(charge.Key)).ToLookup(charge => charge.EffectIndex);
        var shares = new EffectShares(session, Currencies.MinorDigits(application.Settings.Currency));
        var granted = new GrantedEffect[result.Effects.Count];
        for (var i = 0; i < granted.Length; i++)
        {
            var (line, runs) = shares.Of(result.Effects[i].Props);
            granted[i] = new GrantedEffect
            {
                Effect = result.Effects[i],
                Charges = [.. charges[i].Select(charge => new EffectCharge(first[charge.Key], charge.Amount, IsMeasured(charge.Key, application)))],
                Shares = runs,
                Line = line,
                Points = grants.GetValueOrDefault(i),
            };
        }

        return granted;
    }

    private static bool IsMeasured(LimitKey key, ApplicationConfiguration application) =>
        LastingClaims.Action(key, application) is LimitActions.SetDiscount or LimitActions.CreateLoyaltyPoints or LimitActions.RedeemLoyaltyPoints;
}
