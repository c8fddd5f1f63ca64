namespace Talon.RuleEngine;

/// <summary>What an evaluation found.</summary>
public sealed record EvaluationResult
{
    /// <summary>The effects, in evaluation order.</summary>
    public required IReadOnlyList<Effect> Effects { get; init; }

    /// <summary>What the effects take from limits.</summary>
    public required IReadOnlyList<Charge> Charges { get; init; }

    /// <summary>Ids of the campaigns with at least one successful rule, in evaluation order.</summary>
    public required IReadOnlyList<long> TriggeredCampaigns { get; init; }

    /// <summary>Why rules failed; empty unless asked for.</summary>
    public IReadOnlyList<RuleFailure> Failures { get; init; } = [];

    /// <summary>A verdict per campaign; empty unless asked for.</summary>
    public IReadOnlyList<CampaignVerdict> Eligibility { get; init; } = [];

    /// <summary>What stood in the way of something; empty when all that was wanted was there.</summary>
    public ShortFacts Short { get; init; } = ShortFacts.None;

    /// <summary>Facts that were looked at and not known; each was taken to allow what was wanted. Empty when the result is final.</summary>
    public required MissingFacts Missing { get; init; }
}
