using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A customer profile, with the names of the API.</summary>
public sealed record CustomerProfile
{
    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The integrator's id, unique in the environment.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>Attributes; a JSON object.</summary>
    public required JsonElement Attributes { get; init; }

    /// <summary>The owning account.</summary>
    public required long AccountId { get; init; }

    /// <summary>Closed sessions, without cancelled and reopened ones.</summary>
    public required long ClosedSessions { get; init; }

    /// <summary>Spend before discounts, without cancelled, reopened and returned orders.</summary>
    public required decimal TotalSales { get; init; }

    /// <summary>Audiences the customer is in.</summary>
    public IReadOnlyList<AudienceMembership>? AudienceMemberships { get; init; }

    /// <summary>Last event that was not dry.</summary>
    public required DateTimeOffset LastActivity { get; init; }

    /// <summary>Live or sandbox.</summary>
    public bool? Sandbox { get; init; }
}

/// <summary>An audience that a customer is in.</summary>
/// <param name="Id">The audience.</param>
/// <param name="Name">Its name.</param>
public sealed record AudienceMembership(long Id, string Name);
