namespace Talon.RuleEngine;

/// <summary>What rules need to know of a loyalty programme.</summary>
/// <param name="Id">Server-assigned id.</param>
/// <param name="DefaultPending">How long points wait: a duration such as <c>7D</c>, <c>immediate</c> or <c>on_action</c>.</param>
/// <param name="DefaultValidity">How long active points last: a duration, or <c>unlimited</c>.</param>
/// <param name="Tiers">Tiers by their points; empty for none.</param>
/// <param name="CardBased">Whether points belong to cards instead of customers.</param>
/// <param name="TimeZone">The calendar that durations are rounded in; null for the Application's.</param>
/// <param name="AllowSubledger">Whether points go to subledgers too, or to the main ledger only.</param>
public sealed record LoyaltyProgramDefinition(
    long Id, string DefaultPending, string DefaultValidity, IReadOnlyList<LoyaltyTierDefinition> Tiers, bool CardBased = false, TimeZoneInfo? TimeZone = null, bool AllowSubledger = true);

/// <summary>A tier of a programme.</summary>
/// <param name="Name">Tier name.</param>
/// <param name="MinPoints">Points from which it is held.</param>
public sealed record LoyaltyTierDefinition(string Name, decimal MinPoints);
