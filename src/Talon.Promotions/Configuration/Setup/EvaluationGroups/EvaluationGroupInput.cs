using System.Text.Json.Serialization;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What a caller says of an evaluation group. Meanings as in <see cref="EvaluationGroup"/>.</summary>
public sealed record EvaluationGroupInput
{
    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>The group around it; null for the base group.</summary>
    public long? ParentId { get; init; }

    /// <summary>How its members compete.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<EvaluationMode>))]
    public required EvaluationMode EvaluationMode { get; init; }

    /// <summary>What its members compete for.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<EvaluationScope>))]
    public EvaluationScope EvaluationScope { get; init; }

    /// <summary>Position inside the parent; after the last, or where it is, when none is given.</summary>
    public int? Position { get; init; }

    /// <summary>Whether it is protected from changes.</summary>
    public bool Locked { get; init; }
}
