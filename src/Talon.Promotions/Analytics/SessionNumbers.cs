using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What a session contributes to the analytics of campaigns: a function of the session as it is stored, so that it can be told again at any time.</summary>
internal static class SessionNumbers
{
    /// <summary>Where a session that closes now is counted.</summary>
    public static CountedSession Closing(IEnumerable<Effect> effects, DateTimeOffset now, TimeZoneInfo zone) =>
        new(AnalyticsHour.Of(now, zone), [.. effects.Where(effect => Grants(effect.Props)).Select(effect => effect.CampaignId).Distinct().Order()]);

    /// <summary>What a session contributes, by campaign and hour.</summary>
    public static Dictionary<(long Campaign, DateTimeOffset Hour), CampaignNumbers> Of(SessionRow? row, IEnumerable<GrantedEffect> effects)
    {
        var sums = new Dictionary<(long, DateTimeOffset), CampaignNumbers>();
        if (row is not { Counted: { } counted })
            return sums;
        if (row.Session.State is SessionState.Closed or SessionState.PartiallyReturned)
        {
            foreach (var campaign in counted.Campaigns)
                Add(campaign, new CampaignNumbers { Sessions = 1, Revenue = row.Session.Total - row.ReturnedSales });
            foreach (var effect in effects)
                Add(effect.Effect.CampaignId, EffectNumbers.Of(effect.Net.Props));
        }

        foreach (var left in row.PointsLeft)
            Add(left.Effect.CampaignId, new CampaignNumbers { AddedPoints = left.Shares.Sum(share => share.Points) });
        return sums;

        void Add(long campaign, CampaignNumbers numbers)
        {
            if (numbers != CampaignNumbers.None)
                sums[(campaign, counted.Hour)] = sums.GetValueOrDefault((campaign, counted.Hour), CampaignNumbers.None) + numbers;
        }
    }

    /// <summary>What has to be added for one contribution to become another.</summary>
    /// <param name="owner">The session's partition.</param>
    /// <param name="before">What the session contributed.</param>
    /// <param name="after">What it contributes from now on.</param>
    /// <param name="isRefund">Whether what is taken out is noted as refunded.</param>
    public static IReadOnlyList<AnalyticsChange> Changes(
        string owner,
        Dictionary<(long Campaign, DateTimeOffset Hour), CampaignNumbers> before,
        Dictionary<(long Campaign, DateTimeOffset Hour), CampaignNumbers> after,
        bool isRefund = false)
    {
        var changes = new List<AnalyticsChange>();
        foreach (var place in before.Keys.Union(after.Keys))
        {
            var change = after.GetValueOrDefault(place, CampaignNumbers.None) - before.GetValueOrDefault(place, CampaignNumbers.None);
            if (isRefund)
                change = change with { Refund = -change.Revenue, RefundedDiscounts = -change.Discounts, RolledBackCouponRedemptions = -change.CouponRedemptions };
            if (change != CampaignNumbers.None)
                changes.Add(AnalyticsChange.Of(owner, place.Campaign, place.Hour, change));
        }

        return changes;
    }

    private static bool Grants(EffectProps props) => props is AwardGiveawayProps || EffectNumbers.Of(props) != CampaignNumbers.None;
}
