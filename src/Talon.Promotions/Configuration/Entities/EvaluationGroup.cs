using System.Text.Json.Serialization;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>A node of an Application's evaluation tree.</summary>
public sealed record EvaluationGroup : IEntity
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>The owning Application.</summary>
    public required long ApplicationId { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>The group around it; null for the Application's base group.</summary>
    public long? ParentId { get; init; }

    /// <summary>How its members compete.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<EvaluationMode>))]
    public EvaluationMode EvaluationMode { get; init; }

    /// <summary>What its members compete for.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<EvaluationScope>))]
    public EvaluationScope EvaluationScope { get; init; }

    /// <summary>Position inside the parent; ties go to the lower id.</summary>
    public int Position { get; init; }

    /// <summary>Whether it is protected from changes.</summary>
    public bool Locked { get; init; }
}
