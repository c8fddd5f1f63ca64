namespace Talon.Promotions;

/// <summary>What a caller says of a loyalty programme, to create or to replace it. Meanings as in <see cref="LoyaltyProgram"/>.</summary>
/// <remarks>
/// When a programme is replaced, what is null is cleared; but for the subscribed Applications and the tiers, which then stay as
/// they are. A tier of the same name stays the same tier. Name, time zone and kind never change, and may be left out then.
/// </remarks>
public sealed record LoyaltyProgramInput
{
    /// <summary>Unique in the account.</summary>
    public string? Name { get; init; }

    /// <summary>Display name.</summary>
    public required string Title { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>The Applications that may use it.</summary>
    public IReadOnlyList<long>? SubscribedApplications { get; init; }

    /// <summary>How long points last.</summary>
    public required string DefaultValidity { get; init; }

    /// <summary>How long points wait.</summary>
    public required string DefaultPending { get; init; }

    /// <summary>Whether there are subledgers.</summary>
    public required bool AllowSubledger { get; init; }

    /// <summary>Most customers on one card.</summary>
    public int? UsersPerCardLimit { get; init; }

    /// <summary>Sandbox or live environment.</summary>
    public required bool Sandbox { get; init; }

    /// <summary>When a customer joins.</summary>
    public ProgramJoinPolicy? ProgramJoinPolicy { get; init; }

    /// <summary>When tiers expire.</summary>
    public TiersExpirationPolicy? TiersExpirationPolicy { get; init; }

    /// <summary>When the first cycle begins.</summary>
    public DateTimeOffset? TierCycleStartDate { get; init; }

    /// <summary>How long a tier is held.</summary>
    public string? TiersExpireIn { get; init; }

    /// <summary>Where a customer lands when a tier expires.</summary>
    public TiersDowngradePolicy? TiersDowngradePolicy { get; init; }

    /// <summary>How card identifiers are generated.</summary>
    public CodeGeneratorSettings? CardCodeSettings { get; init; }

    /// <summary>How points are taken back.</summary>
    public ReturnPolicy? ReturnPolicy { get; init; }

    /// <summary>The tiers.</summary>
    public IReadOnlyList<LoyaltyTierInput>? Tiers { get; init; }

    /// <summary>IANA time zone.</summary>
    public string? Timezone { get; init; }

    /// <summary>Whether points belong to cards.</summary>
    public bool? CardBased { get; init; }
}
