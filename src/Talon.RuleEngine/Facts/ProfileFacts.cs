namespace Talon.RuleEngine;

/// <summary>A customer.</summary>
public sealed record ProfileFacts
{
    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>The integrator's id.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>When the profile came into being.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>Closed sessions so far, without this one.</summary>
    public long ClosedSessions { get; init; }

    /// <summary>Spend before discounts so far, without this session.</summary>
    public decimal TotalSales { get; init; }

    /// <summary>Attributes, built-in and custom.</summary>
    public IReadOnlyDictionary<string, Value> Attributes { get; init; } = new Dictionary<string, Value>();

    /// <summary>Ids of the audiences the customer is in.</summary>
    public IReadOnlySet<long> Audiences { get; init; } = new HashSet<long>();

    /// <summary>Ids of the audiences joined by this update.</summary>
    public IReadOnlySet<long> JoinedAudiences { get; init; } = new HashSet<long>();

    /// <summary>Ids of the audiences left by this update.</summary>
    public IReadOnlySet<long> LeftAudiences { get; init; } = new HashSet<long>();
}
