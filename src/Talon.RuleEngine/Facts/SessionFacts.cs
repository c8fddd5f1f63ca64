namespace Talon.RuleEngine;

/// <summary>A cart.</summary>
public sealed record SessionFacts
{
    /// <summary>The integrator's id.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>The lines in the order of the request.</summary>
    public IReadOnlyList<CartItemFacts> Items { get; init; } = [];

    /// <summary>Session-level additional costs by API name.</summary>
    public IReadOnlyDictionary<string, decimal> AdditionalCosts { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Attributes, built-in and custom.</summary>
    public IReadOnlyDictionary<string, Value> Attributes { get; init; } = new Dictionary<string, Value>();

    /// <summary>Device or address identifiers, at most five.</summary>
    public IReadOnlyList<string> Identifiers { get; init; } = [];

    /// <summary>Whether this update closes the session (or creates it closed).</summary>
    public bool Closing { get; init; }

    /// <summary>Whether it is the profile's first session; true when anonymous.</summary>
    public bool FirstSession { get; init; }

    /// <summary>When the session came into being.</summary>
    public DateTimeOffset Created { get; init; }
}
