namespace Talon.Promotions;

/// <summary>What a caller says of a management key. Meanings as in <see cref="ManagementKey"/>.</summary>
public sealed record ManagementKeyInput
{
    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>First moment at which it is no longer accepted; null for never.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>The operations it may call; none for all.</summary>
    public IReadOnlyList<KeyEndpoint>? Endpoints { get; init; }

    /// <summary>The Applications it may manage; none for all.</summary>
    public IReadOnlyList<long>? AllowedApplicationIds { get; init; }

    /// <summary>Whether it is refused for now.</summary>
    public bool? Disabled { get; init; }
}
