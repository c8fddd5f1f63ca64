using System.Globalization;
using System.Text.Json.Nodes;
using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>Charges as expectations write them: a budget by the action that it limits.</summary>
internal static class ChargeJson
{
    public static JsonObject Write(Charge charge, World world) => new()
    {
        ["limit"] = Action(charge.Key, world),
        ["owner"] = charge.Key.Owner.ToString().ToLowerInvariant(),
        ["entities"] = charge.Key.Entities,
        ["period"] = charge.Key.Period,
        ["amount"] = charge.Amount,
        ["ceiling"] = charge.Ceiling,
        ["effect"] = charge.EffectIndex,
        ["instant"] = charge.Instant,
    };

    private static string Action(LimitKey key, World world)
    {
        if (key.Owner != LimitOwner.Campaign)
            return key.Limit;
        var limits = world.Campaigns.FirstOrDefault(campaign => campaign.Id == key.OwnerId)?.Limits ?? [];
        return limits.FirstOrDefault(limit => limit.Id.ToString(CultureInfo.InvariantCulture) == key.Limit)?.Action ?? key.Limit;
    }
}
