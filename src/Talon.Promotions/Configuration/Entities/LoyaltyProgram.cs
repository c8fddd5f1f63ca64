namespace Talon.Promotions;

/// <summary>A loyalty programme: how points come, wait, last and go, and the tiers that they lead to.</summary>
public sealed record LoyaltyProgram : IEntity
{
    /// <summary>What <see cref="DefaultPending"/> says when points are active at once.</summary>
    public const string Immediate = "immediate";

    /// <summary>What <see cref="DefaultPending"/> says when points wait until they are activated.</summary>
    public const string OnAction = "on_action";

    /// <summary>What <see cref="DefaultValidity"/> says when points never expire.</summary>
    public const string Unlimited = "unlimited";

    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Unique in the account; it never changes.</summary>
    public required string Name { get; init; }

    /// <summary>Display name.</summary>
    public required string Title { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>The Applications that may use it; empty for all.</summary>
    public IReadOnlyList<long> SubscribedApplications { get; init; } = [];

    /// <summary>How long points last once they are active: a duration, or <see cref="Unlimited"/>.</summary>
    public required string DefaultValidity { get; init; }

    /// <summary>How long points wait: a duration, <see cref="Immediate"/> or <see cref="OnAction"/>.</summary>
    public required string DefaultPending { get; init; }

    /// <summary>Whether points may be kept in other ledgers than the main one.</summary>
    public required bool AllowSubledger { get; init; }

    /// <summary>Whether points belong to cards instead of customers; it never changes.</summary>
    public bool CardBased { get; init; }

    /// <summary>Most customers on one card; 0 for no limit.</summary>
    public int? UsersPerCardLimit { get; init; }

    /// <summary>How card identifiers are generated.</summary>
    public CodeGeneratorSettings? CardCodeSettings { get; init; }

    /// <summary>Sandbox or live environment.</summary>
    public required bool Sandbox { get; init; }

    /// <summary>IANA time zone that rounded durations end in.</summary>
    public required string Timezone { get; init; }

    /// <summary>When a customer joins; null for never by points.</summary>
    public ProgramJoinPolicy? ProgramJoinPolicy { get; init; }

    /// <summary>What happens to points when an order is cancelled, reopened or returned; null for <see cref="Promotions.ReturnPolicy.WithinBalance"/>.</summary>
    public ReturnPolicy? ReturnPolicy { get; init; }

    /// <summary>From when the life of a tier is counted; null for tiers that are held for ever.</summary>
    public TiersExpirationPolicy? TiersExpirationPolicy { get; init; }

    /// <summary>When the first cycle begins, with <see cref="Promotions.TiersExpirationPolicy.AbsoluteExpiration"/>.</summary>
    public DateTimeOffset? TierCycleStartDate { get; init; }

    /// <summary>How long a tier is held: a duration.</summary>
    public string? TiersExpireIn { get; init; }

    /// <summary>Where a customer lands when a tier expires; null for <see cref="Promotions.TiersDowngradePolicy.BalanceBased"/>.</summary>
    public TiersDowngradePolicy? TiersDowngradePolicy { get; init; }

    /// <summary>The tiers, from the lowest.</summary>
    public IReadOnlyList<LoyaltyTier> Tiers { get; init; } = [];

    /// <summary>The calendar of its durations.</summary>
    public TimeZoneInfo Zone() => TimeZoneInfo.FindSystemTimeZoneById(Timezone);
}
