using System.Text.Json;

namespace Talon.CampaignTests;

/// <summary>A customer.</summary>
public sealed record ProfileInput
{
    /// <summary>The integrator's id.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>Server-assigned id.</summary>
    public long Id { get; init; } = 77;

    /// <summary>When it came into being; now when left out.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Closed sessions so far.</summary>
    public long ClosedSessions { get; init; }

    /// <summary>Spend so far.</summary>
    public decimal TotalSales { get; init; }

    /// <summary>Attributes.</summary>
    public JsonElement Attributes { get; init; }

    /// <summary>Names of audiences.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>Names of audiences joined by this update.</summary>
    public IReadOnlyList<string> JoinedAudiences { get; init; } = [];

    /// <summary>Names of audiences left by this update.</summary>
    public IReadOnlyList<string> LeftAudiences { get; init; } = [];
}
