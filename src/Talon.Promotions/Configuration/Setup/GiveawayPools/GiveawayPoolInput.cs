namespace Talon.Promotions;

/// <summary>What a caller says of a giveaway pool. Meanings as in <see cref="GiveawayPool"/>.</summary>
public sealed record GiveawayPoolInput
{
    /// <summary>Unique in the account.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>The Applications that may use it; none for all.</summary>
    public IReadOnlyList<long>? SubscribedApplicationsIds { get; init; }

    /// <summary>Sandbox or live environment.</summary>
    public required bool Sandbox { get; init; }
}
