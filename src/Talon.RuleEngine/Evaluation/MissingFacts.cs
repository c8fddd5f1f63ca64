namespace Talon.RuleEngine;

/// <summary>Facts that an evaluation looked for and did not find; with them, the next evaluation is final.</summary>
public sealed record MissingFacts
{
    /// <summary>Nothing was missing.</summary>
    public static MissingFacts None { get; } = new();

    /// <summary>Counters to add to <see cref="EvaluationFacts.Used"/>.</summary>
    public IReadOnlyCollection<LimitKey> Limits { get; init; } = [];

    /// <summary>Whether nothing was missing.</summary>
    public bool IsEmpty => Limits.Count == 0;
}
