namespace Talon.Promotions;

/// <summary>A key of the Integration API. It selects the Application; the secret itself is not stored.</summary>
public sealed record ApiKey : IEntity, IKey
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>The Application that the key selects.</summary>
    public required long ApplicationId { get; init; }

    /// <summary>Display name.</summary>
    public required string Title { get; init; }

    /// <summary>First moment at which it is no longer accepted.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>The third-party platform that uses it; null or <c>none</c> for none.</summary>
    public string? Platform { get; init; }

    /// <summary><c>staging</c> for a key that may only run dry session updates; otherwise null.</summary>
    public string? Type { get; init; }

    /// <summary>Nanoseconds added to the clock of its requests.</summary>
    public long? TimeOffset { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Who created it.</summary>
    public required long CreatedBy { get; init; }

    /// <inheritdoc/>
    public required string Prefix { get; init; }

    /// <inheritdoc/>
    public required string SecretHash { get; init; }

    /// <summary>Whether only dry session updates are allowed.</summary>
    public bool IsStaging => Type == "staging";

    /// <summary>What is added to the clock of its requests.</summary>
    public TimeSpan ClockOffset => TimeSpan.FromTicks((TimeOffset ?? 0) / TimeSpan.NanosecondsPerTick);

    /// <inheritdoc/>
    public bool IsValidAt(DateTimeOffset now) => now < Expires;
}
