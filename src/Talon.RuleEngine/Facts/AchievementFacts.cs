namespace Talon.RuleEngine;

/// <summary>An achievement and how far the customer is.</summary>
public sealed record AchievementFacts
{
    /// <summary>The goal.</summary>
    public required decimal Target { get; init; }

    /// <summary>Progress so far, in the iteration that runs.</summary>
    public decimal Progress { get; init; }

    /// <summary>Whether an iteration was started, completed or not.</summary>
    public bool Started { get; init; }

    /// <summary>Whether the last iteration is completed.</summary>
    public bool Completed { get; init; }

    /// <summary>Whether a new iteration starts as soon as one is completed.</summary>
    public bool RecursOnCompletion { get; init; }

    /// <summary>First moment at which progress counts; null for now.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>First moment at which progress no longer counts; null for never.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>The tracker of the iteration that runs; null when the caller assigns one.</summary>
    public long? ProgressTrackerId { get; init; }
}
