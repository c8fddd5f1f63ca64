using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Turns limits into those of the rule engine.</summary>
public static class LimitDefinitions
{
    /// <summary>The rule engine's form of a limit that was checked.</summary>
    public static LimitDefinition ToDefinition(this LimitConfig limit) => new(
        limit.Id ?? 0,
        limit.Action,
        limit.Limit,
        limit.Period is { } period ? Enum.Parse<LimitPeriod>(period, ignoreCase: true) : null,
        [.. limit.Entities.Order(StringComparer.Ordinal).Select(entity => Enum.Parse<LimitEntity>(entity))]);
}
