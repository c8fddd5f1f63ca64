namespace Talon.Promotions;

/// <summary>What is set for the whole account.</summary>
public sealed record AccountSettings : IEntity
{
    /// <summary>The id of the only ones.</summary>
    public const long OnlyId = 1;

    /// <inheritdoc/>
    public long Id { get; init; } = OnlyId;

    /// <summary>Addresses that may call, in CIDR form; null or empty for any.</summary>
    public IReadOnlyList<string>? AllowedIpRanges { get; init; }
}
