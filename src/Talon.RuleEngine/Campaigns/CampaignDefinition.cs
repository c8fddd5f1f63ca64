namespace Talon.RuleEngine;

/// <summary>A campaign as the engine needs it. Only running and evaluable state is here; analytics are not.</summary>
public sealed record CampaignDefinition
{
    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>User-facing name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the stored state is enabled; neither disabled nor archived.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>First moment at which it runs; null for no lower bound.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>First moment at which it no longer runs; null for no upper bound.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Evaluated only for sessions that name one of these stores; empty for all.</summary>
    public IReadOnlyList<long> LinkedStoreIds { get; init; } = [];

    /// <summary>The evaluation group; null for the Application's base group.</summary>
    public long? EvaluationGroupId { get; init; }

    /// <summary>Position inside its group; ties go to the lower id.</summary>
    public int EvaluationPosition { get; init; }

    /// <summary>Evaluated again on returns that run the rule engine.</summary>
    public bool ReevaluateOnReturn { get; init; }

    /// <summary>Custom attributes.</summary>
    public IReadOnlyDictionary<string, Value> Attributes { get; init; } = new Dictionary<string, Value>();

    /// <summary>Budgets.</summary>
    public IReadOnlyList<LimitDefinition> Limits { get; init; } = [];

    /// <summary>The ruleset in force.</summary>
    public required RulesetDefinition Ruleset { get; init; }
}
