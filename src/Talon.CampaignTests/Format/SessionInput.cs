using System.Text.Json;

namespace Talon.CampaignTests;

/// <summary>A session.</summary>
public sealed record SessionInput
{
    /// <summary>The integrator's id.</summary>
    public string IntegrationId { get; init; } = "session-1";

    /// <summary>The cart lines.</summary>
    public IReadOnlyList<CartItemInput> CartItems { get; init; } = [];

    /// <summary>Additional costs by name.</summary>
    public IReadOnlyDictionary<string, decimal> AdditionalCosts { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Attributes.</summary>
    public JsonElement Attributes { get; init; }

    /// <summary>Identifiers.</summary>
    public IReadOnlyList<string> Identifiers { get; init; } = [];

    /// <summary>Whether the update closes the session.</summary>
    public bool Closing { get; init; }

    /// <summary>Whether it is the customer's first.</summary>
    public bool FirstSession { get; init; }

    /// <summary>When it came into being; now when left out.</summary>
    public DateTimeOffset? Created { get; init; }
}
