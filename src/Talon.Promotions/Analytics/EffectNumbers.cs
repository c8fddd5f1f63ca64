using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What effects contribute to the analytics of their campaigns.</summary>
internal static class EffectNumbers
{
    /// <summary>What an effect contributes where it takes effect; nothing for one that costs nothing.</summary>
    public static CampaignNumbers Of(EffectProps props) => props switch
    {
        AcceptCouponProps => new() { CouponRedemptions = 1 },
        AcceptReferralProps => new() { ReferralRedemptions = 1 },
        SetDiscountProps discount => new() { Discounts = discount.Value },
        SetDiscountPerItemProps discount => new() { Discounts = discount.Value },
        SetDiscountPerAdditionalCostProps discount => new() { Discounts = discount.Value },
        SetDiscountPerAdditionalCostPerItemProps discount => new() { Discounts = discount.Value },
        AddFreeItemProps => new() { FreeItems = 1 },
        AddLoyaltyPointsProps points => new() { AddedPoints = points.Value },
        DeductLoyaltyPointsProps points => new() { DeductedPoints = points.Value },
        _ => CampaignNumbers.None,
    };

    /// <summary>What effects add that take effect at once and for ever: those of events and of profile updates, which belong to no session.</summary>
    /// <param name="owner">The partition of the event or profile.</param>
    /// <param name="effects">The effects.</param>
    /// <param name="now">When they take effect.</param>
    /// <param name="zone">The Application's time zone.</param>
    public static IReadOnlyList<AnalyticsChange> Changes(string owner, IEnumerable<Effect> effects, DateTimeOffset now, TimeZoneInfo zone) =>
    [
        .. effects.GroupBy(effect => effect.CampaignId, effect => Of(effect.Props))
            .Select(campaign => (Id: campaign.Key, Numbers: campaign.Aggregate(CampaignNumbers.Add)))
            .Where(campaign => campaign.Numbers != CampaignNumbers.None)
            .Select(campaign => AnalyticsChange.Of(owner, campaign.Id, AnalyticsHour.Of(now, zone), campaign.Numbers)),
    ];
}
