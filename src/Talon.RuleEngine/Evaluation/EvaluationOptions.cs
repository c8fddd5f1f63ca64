namespace Talon.RuleEngine;

/// <summary>What the caller wants to know, and of which campaigns.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Nothing beyond the effects.</summary>
    public static EvaluationOptions Default { get; } = new();

    /// <summary>Say why rules failed, in <see cref="EvaluationResult.Failures"/>.</summary>
    public bool ExplainFailures { get; init; }

    /// <summary>Give a verdict per campaign, in <see cref="EvaluationResult.Eligibility"/>.</summary>
    public bool Eligibility { get; init; }

    /// <summary>Evaluate only these campaigns, even disabled ones; null for all that run.</summary>
    public IReadOnlySet<long>? Campaigns { get; init; }

    /// <summary>Evaluate all campaigns whatever the evaluation modes say.</summary>
    public bool ForceCompleteEvaluation { get; init; }
}
