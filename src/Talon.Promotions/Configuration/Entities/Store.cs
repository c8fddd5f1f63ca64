using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A store of an Application.</summary>
public sealed record Store : IEntity
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>The owning Application.</summary>
    public required long ApplicationId { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string Description { get; init; } = "";

    /// <summary>Custom attributes, a JSON object.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>The integrator's id, unique in the Application; it never changes.</summary>
    public required string IntegrationId { get; init; }
}
