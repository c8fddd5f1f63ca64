namespace Talon.Promotions;

/// <summary>A key of the Management API. The secret itself is not stored.</summary>
public sealed record ManagementKey : IEntity, IKey
{
    /// <summary>The id of the key that the operator sets, or that is made at first start.</summary>
    public const long BootstrapId = 1;

    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>First moment at which it is no longer accepted; null for never.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>The Applications it may manage; empty for all.</summary>
    public IReadOnlyList<long> AllowedApplicationIds { get; init; } = [];

    /// <summary>The operations it may call; null or empty for all.</summary>
    public IReadOnlyList<KeyEndpoint>? Endpoints { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Who created it.</summary>
    public required long CreatedBy { get; init; }

    /// <summary>Whether it is refused for now.</summary>
    public bool Disabled { get; init; }

    /// <inheritdoc/>
    public required string Prefix { get; init; }

    /// <inheritdoc/>
    public required string SecretHash { get; init; }

    /// <inheritdoc/>
    public bool IsValidAt(DateTimeOffset now) => !Disabled && !(now >= ExpiryDate);
}
