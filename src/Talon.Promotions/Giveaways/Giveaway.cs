using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A giveaway, with the names of the API.</summary>
public sealed record Giveaway
{
    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>When the code was imported.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>The pool.</summary>
    public required long PoolId { get; init; }

    /// <summary>Handed out from then on.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>No longer handed out from then on.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Custom attributes.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>Whether it was handed out.</summary>
    public bool? Used { get; init; }

    /// <summary>The import it came with.</summary>
    public long? ImportId { get; init; }

    /// <summary>Who got it, by integration id.</summary>
    public string? ProfileIntegrationId { get; init; }

    /// <summary>Who got it.</summary>
    public long? ProfileId { get; init; }
}
