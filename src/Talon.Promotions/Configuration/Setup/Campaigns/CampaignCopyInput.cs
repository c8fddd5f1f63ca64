namespace Talon.Promotions;

/// <summary>Where a campaign is to be copied to, and what is to be different; what is null is as it was.</summary>
public sealed record CampaignCopyInput
{
    /// <summary>The Applications that get a copy each.</summary>
    public required IReadOnlyList<long> ApplicationIds { get; init; }

    /// <summary>The name; "Copy of" and the old one for null.</summary>
    public string? Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>First moment at which it runs.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>First moment at which it no longer runs.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The evaluation group; for null the same one, or the default of another Application.</summary>
    public long? EvaluationGroupId { get; init; }
}
