using System.Globalization;
using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>Makes the counters of limits.</summary>
internal sealed class CounterMaker(IReadOnlyList<CampaignInput> campaigns, TimeZoneInfo zone)
{
    public IReadOnlyDictionary<LimitKey, decimal> Make(FactsInput facts, IReadOnlyList<CouponFacts> coupons)
    {
        var used = new Dictionary<LimitKey, decimal>();
        var unknown = facts.Limits.FirstOrDefault(said => !campaigns.Any(campaign => campaign.Limits.Any(limit => said.Means(campaign.Name, limit))));
        if (unknown is not null)
            throw new TestFileException($"The campaign \"{unknown.Campaign}\" has no such limit on {unknown.Action}.");
        for (var i = 0; i < campaigns.Count; i++)
        {
            for (var j = 0; j < campaigns[i].Limits.Count; j++)
            {
                var limit = campaigns[i].Limits[j];
                if (facts.Limits.FirstOrDefault(said => said.Means(campaigns[i].Name, limit)) is { } said)
                    limit = limit with { Used = said.Used, UsedBy = said.UsedBy };
                var key = new LimitKey(
                    LimitOwner.Campaign, CampaignMaker.IdOf(campaigns[i], i), (j + 1).ToString(CultureInfo.InvariantCulture),
                    Period: LimitCalendar.PeriodOf(limit.Period, facts.Now, zone));
                Add(used, limit, key);
            }
        }

        for (var i = 0; i < coupons.Count; i++)
            if (coupons[i].Coupon is { } coupon)
                Add(used, facts.Coupons[i], coupon.Id, facts.Profile?.IntegrationId);
        if (facts.Referral is { } referral)
            used[LimitKey.ReferralUses(CodeFactsMaker.ReferralId)] = referral.Used;
        return used;
    }

    private static void Add(Dictionary<LimitKey, decimal> used, LimitInput limit, LimitKey key)
    {
        if (limit.Entities.Count == 0)
            used[key] = limit.Used;
        else if (limit.Entities.Count > 1 && limit.UsedBy.Count > 0)
            throw new TestFileException("usedBy is for limits with one entity.");
        else
            foreach (var (value, amount) in limit.UsedBy)
                used[key with { Entities = $"{limit.Entities[0]}={value}" }] = amount;
    }

    private static void Add(Dictionary<LimitKey, decimal> used, CouponInput input, long id, string? profile)
    {
        used[LimitKey.CouponUses(id)] = input.Used;
        used[LimitKey.CouponDiscount(id)] = input.DiscountUsed;
        if (profile is not null)
            used[LimitKey.CouponUsesByProfile(id, profile)] = input.UsedByProfile;
    }
}
