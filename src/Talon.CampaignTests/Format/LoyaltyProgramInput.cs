namespace Talon.CampaignTests;

/// <summary>A loyalty programme.</summary>
public sealed record LoyaltyProgramInput
{
    /// <summary>Unique name.</summary>
    public required string Name { get; init; }

    /// <summary>How long points wait: a duration, <c>immediate</c> or <c>on_action</c>.</summary>
    public string Pending { get; init; } = "immediate";

    /// <summary>How long points last: a duration or <c>unlimited</c>.</summary>
    public string Validity { get; init; } = "unlimited";

    /// <summary>Whether points belong to cards.</summary>
    public bool CardBased { get; init; }

    /// <summary>The time zone of its durations.</summary>
    public string Timezone { get; init; } = "UTC";

    /// <summary>Tiers by name, with the points from which each is held.</summary>
    public IReadOnlyDictionary<string, decimal> Tiers { get; init; } = new Dictionary<string, decimal>();
}
