namespace Talon.Promotions;

/// <summary>A type of custom events.</summary>
public sealed record EventType : IEntity
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Display name.</summary>
    public required string Title { get; init; }

    /// <summary>API name, unique in the account.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }
}
