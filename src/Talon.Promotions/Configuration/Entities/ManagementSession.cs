namespace Talon.Promotions;

/// <summary>A login that lasts until it expires or ends. The token itself is not stored.</summary>
public sealed record ManagementSession : IEntity, IKey
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>Who logged in.</summary>
    public required long UserId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>First moment at which the token is no longer accepted.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <inheritdoc/>
    public required string Prefix { get; init; }

    /// <inheritdoc/>
    public required string SecretHash { get; init; }

    /// <inheritdoc/>
    public bool IsValidAt(DateTimeOffset now) => now < Expires;
}
