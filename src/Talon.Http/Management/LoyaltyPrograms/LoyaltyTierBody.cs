using System.Text.Json.Serialization;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>A tier with the names of the API.</summary>
internal sealed record LoyaltyTierBody
{
    public required long Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    [JsonPropertyName("programID")]
    public required long ProgramId { get; init; }

    public required string ProgramName { get; init; }

    public required string ProgramTitle { get; init; }

    public required string Name { get; init; }

    public required decimal MinPoints { get; init; }

    public static LoyaltyTierBody From(LoyaltyProgram program, LoyaltyTier tier) => new()
    {
        Id = tier.Id,
        Created = tier.Created ?? program.Created,
        ProgramId = program.Id,
        ProgramName = program.Name,
        ProgramTitle = program.Title,
        Name = tier.Name,
        MinPoints = tier.MinPoints,
    };
}
