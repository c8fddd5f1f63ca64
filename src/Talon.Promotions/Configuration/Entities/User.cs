namespace Talon.Promotions;

/// <summary>Somebody who logs in with a password. The password itself is not stored.</summary>
public sealed record User : IEntity
{
    /// <summary>The id of the user that the operator sets.</summary>
    public const long BootstrapId = 1;

    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>The login; compared whatever its case.</summary>
    public required string Email { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What is stored of the password; see <see cref="PasswordHash"/>.</summary>
    public required string PasswordHash { get; init; }
}
