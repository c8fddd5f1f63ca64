using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>An evaluation group.</summary>
public sealed record GroupInput
{
    /// <summary>Unique name.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the group around it; null for the base group.</summary>
    public string? Parent { get; init; }

    /// <summary>How its members compete.</summary>
    public EvaluationMode Mode { get; init; }

    /// <summary>Whether they compete per session or per cart item.</summary>
    public EvaluationScope Scope { get; init; }

    /// <summary>Its place among its neighbours.</summary>
    public int Position { get; init; }
}
