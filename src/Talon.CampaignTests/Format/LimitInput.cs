using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>A budget.</summary>
public sealed record LimitInput
{
    /// <summary>The limited action, such as <c>setDiscount</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The ceiling.</summary>
    public required decimal Limit { get; init; }

    /// <summary>The recurrence window.</summary>
    public LimitPeriod? Period { get; init; }

    /// <summary>What it is counted by.</summary>
    public IReadOnlyList<LimitEntity> Entities { get; init; } = [];

    /// <summary>What is used so far, in the only counter of a limit without entities.</summary>
    public decimal Used { get; init; }

    /// <summary>What is used so far by the entity named, such as <c>{"ada": 3}</c>; for a limit with one entity.</summary>
    public IReadOnlyDictionary<string, decimal> UsedBy { get; init; } = new Dictionary<string, decimal>();
}
