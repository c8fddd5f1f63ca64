using System.Text.Json;

namespace Talon.Promotions;

/// <summary>What a caller says of a store. Meanings as in <see cref="Store"/>.</summary>
public sealed record StoreInput
{
    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Custom attributes.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>The integrator's id; required to create a store, and not changed later.</summary>
    public string? IntegrationId { get; init; }
}
