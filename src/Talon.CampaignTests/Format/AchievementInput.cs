namespace Talon.CampaignTests;

/// <summary>An achievement and how far the customer is.</summary>
public sealed record AchievementInput
{
    /// <summary>The goal.</summary>
    public required decimal Target { get; init; }

    /// <summary>Progress so far.</summary>
    public decimal Progress { get; init; }

    /// <summary>Whether an iteration was started.</summary>
    public bool Started { get; init; }

    /// <summary>Whether the last iteration is completed.</summary>
    public bool Completed { get; init; }

    /// <summary>Whether a new iteration starts on completion.</summary>
    public bool RecursOnCompletion { get; init; }

    /// <summary>First moment at which progress counts.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>First moment at which it no longer counts.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>The tracker of the iteration that runs.</summary>
    public long? ProgressTrackerId { get; init; }
}
