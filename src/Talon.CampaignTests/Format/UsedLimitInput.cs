using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>How much of a campaign's limit is used, said beside the campaign.</summary>
public sealed record UsedLimitInput
{
    /// <summary>The campaign.</summary>
    public required string Campaign { get; init; }

    /// <summary>The limit's action.</summary>
    public required string Action { get; init; }

    /// <summary>The limit's period; left out for one of the whole time.</summary>
    public LimitPeriod? Period { get; init; }

    /// <summary>What the limit counts by.</summary>
    public IReadOnlyList<LimitEntity> Entities { get; init; } = [];

    /// <summary>How much is used.</summary>
    public decimal Used { get; init; }

    /// <summary>How much is used, by the entity's value.</summary>
    public IReadOnlyDictionary<string, decimal> UsedBy { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Whether this limit is meant.</summary>
    internal bool Means(string campaign, LimitInput limit) =>
        Campaign == campaign && Action == limit.Action && Period == limit.Period && Entities.Order().SequenceEqual(limit.Entities.Order());
}
