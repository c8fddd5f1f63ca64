namespace Talon.Promotions;

/// <summary>What a caller says of a new Integration API key. Meanings as in <see cref="ApiKey"/>.</summary>
public sealed record ApiKeyInput
{
    /// <summary>Display name.</summary>
    public required string Title { get; init; }

    /// <summary>First moment at which it is no longer accepted.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>The third-party platform that uses it.</summary>
    public string? Platform { get; init; }

    /// <summary><c>staging</c>, or null.</summary>
    public string? Type { get; init; }

    /// <summary>Nanoseconds added to the clock of its requests.</summary>
    public long? TimeOffset { get; init; }
}
