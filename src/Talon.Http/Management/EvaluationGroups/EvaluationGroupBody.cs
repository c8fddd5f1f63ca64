using System.Text.Json.Serialization;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>An evaluation group with the names of the API. The base group names itself as its parent.</summary>
internal sealed record EvaluationGroupBody
{
    public required long Id { get; init; }

    public required long ApplicationId { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required long ParentId { get; init; }

    [JsonConverter(typeof(CamelCaseEnumConverter<EvaluationMode>))]
    public required EvaluationMode EvaluationMode { get; init; }

    [JsonConverter(typeof(CamelCaseEnumConverter<EvaluationScope>))]
    public required EvaluationScope EvaluationScope { get; init; }

    public required int Position { get; init; }

    public required bool Locked { get; init; }

    public static EvaluationGroupBody From(EvaluationGroup group) => new()
    {
        Id = group.Id,
        ApplicationId = group.ApplicationId,
        Name = group.Name,
        Description = group.Description,
        ParentId = group.ParentId ?? group.Id,
        EvaluationMode = group.EvaluationMode,
        EvaluationScope = group.EvaluationScope,
        Position = group.Position,
        Locked = group.Locked,
    };
}
