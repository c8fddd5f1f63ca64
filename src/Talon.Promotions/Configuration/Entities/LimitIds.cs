namespace Talon.Promotions;

/// <summary>Gives limits their ids. A limit counts from its creation, so one that stays keeps its id; its ceiling may change.</summary>
internal static class LimitIds
{
    /// <summary>What makes a limit the same limit: action, period and entities.</summary>
    public static string Identity(LimitConfig limit) =>
        $"{limit.Action}/{limit.Period}/{string.Join(',', limit.Entities.Order(StringComparer.Ordinal))}";

    /// <summary>The campaign with new limits; those it has already keep their ids, others get ids never used in it before.</summary>
    public static Campaign Assign(Campaign campaign, IReadOnlyList<LimitConfig> limits)
    {
        var known = campaign.Limits.ToDictionary(Identity, limit => limit.Id);
        var next = campaign.NextLimitId;
        LimitConfig[] assigned = [.. limits.Select(limit => limit with { Id = known.GetValueOrDefault(Identity(limit)) ?? next++ })];
        return campaign with { Limits = assigned, NextLimitId = next };
    }
}
