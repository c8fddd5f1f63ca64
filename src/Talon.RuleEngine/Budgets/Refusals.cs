using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Budgets;

/// <summary>Why limits refuse.</summary>
/// <remarks>Source: Integration API 26.16, <c>CouponRejectionReason</c>. CampaignLimitReached is for limits of the whole campaign; what counts by other entities is a budget of the coupon's.</remarks>
internal static class Refusals
{
    public static Fault LimitReached(LimitDefinition limit, decimal wanted, decimal left) => Fault.Refused(
        new("LimitReached", $"budget for {limit.Action}{Counted(limit)}", $"{ValueText.Of(left)} of {ValueText.Of(limit.Limit)} left", $"at least {ValueText.Of(wanted)}", $"{ValueText.Of(wanted - left)} more"),
        limit.Entities.Contains(LimitEntity.Profile) ? "ProfileLimitReached"
        : limit.Entities.Count > 0 ? "CouponLimitReached"
        : "CampaignLimitReached");

    public static Fault EntityMissing(LimitDefinition limit, LimitEntity entity) => Fault.Refused(
        new("EntityMissing", entity.ToString(), "none", $"one, because the budget for {limit.Action} is counted by it"),
        entity == LimitEntity.Profile ? "ProfileRequired" : "CouponLimitReached");

    private static string Counted(LimitDefinition limit)
    {
        var by = limit.Entities.Count == 0 ? "" : " per " + string.Join(" and ", limit.Entities.Select(entity => entity.ToString().ToLowerInvariant()));
        return by + limit.Period switch
        {
            LimitPeriod.Daily => " today",
            LimitPeriod.Weekly => " this week",
            LimitPeriod.Monthly => " this month",
            LimitPeriod.Yearly => " this year",
            _ => "",
        };
    }
}
