namespace Talon.RuleEngine;

/// <summary>A coupon code that was entered.</summary>
/// <param name="Code">The code as entered.</param>
/// <param name="Coupon">The coupon, or null when there is none of that code in the Application.</param>
public sealed record CouponFacts(string Code, CouponState? Coupon);

/// <summary>A stored coupon. How often it was used stands in <see cref="EvaluationFacts.Used"/>.</summary>
public sealed record CouponState
{
    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>The owning campaign.</summary>
    public required long CampaignId { get; init; }

    /// <summary>The code as stored.</summary>
    public required string Value { get; init; }

    /// <summary>Most redemptions; 0 for unlimited.</summary>
    public long UsageLimit { get; init; }

    /// <summary>Most discount that may be granted through it; null for no limit.</summary>
    public decimal? DiscountLimit { get; init; }

    /// <summary>Valid from; null for always.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>No longer valid from; null for never.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>The only customer who may use it; null for anyone.</summary>
    public string? RecipientIntegrationId { get; init; }

    /// <summary>Redeemable only with a reservation.</summary>
    public bool ReservationMandatory { get; init; }

    /// <summary>Whether the customer at hand holds a reservation.</summary>
    public bool ReservedByProfile { get; init; }

    /// <summary>Limits per profile that override the campaign's.</summary>
    public IReadOnlyList<LimitDefinition> Limits { get; init; } = [];

    /// <summary>Custom attributes.</summary>
    public IReadOnlyDictionary<string, Value> Attributes { get; init; } = new Dictionary<string, Value>();
}
