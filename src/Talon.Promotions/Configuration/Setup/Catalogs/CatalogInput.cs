namespace Talon.Promotions;

/// <summary>What a caller says of a catalog. Meanings as in <see cref="Catalog"/>.</summary>
public sealed record CatalogInput
{
    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>The Applications whose carts it fills; empty for all.</summary>
    public IReadOnlyList<long>? SubscribedApplicationsIds { get; init; }
}
