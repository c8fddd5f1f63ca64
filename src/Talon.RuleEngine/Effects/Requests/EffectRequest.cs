namespace Talon.RuleEngine;

/// <summary>What the caller needs to carry an effect out, beyond what the API shows of it.</summary>
public abstract record EffectRequest;

/// <summary>A coupon to create; the code goes into <see cref="CouponCreatedProps.Value"/>.</summary>
/// <param name="CampaignId">The campaign that owns the coupon.</param>
public sealed record CreateCouponRequest(long CampaignId) : EffectRequest
{
    /// <summary>The only customer who may use it; null for anyone.</summary>
    public string? RecipientIntegrationId { get; init; }

    /// <summary>Pattern of the code, # for a random character; null for the campaign's.</summary>
    public string? Pattern { get; init; }

    /// <summary>Most redemptions; 0 for unlimited, null for the default.</summary>
    public long? UsageLimit { get; init; }

    /// <summary>Most discount through it; null for no limit.</summary>
    public decimal? DiscountLimit { get; init; }

    /// <summary>Valid from; null for always.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>No longer valid from; null for never.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>Custom attributes.</summary>
    public IReadOnlyDictionary<string, Value> Attributes { get; init; } = new Dictionary<string, Value>();
}

/// <summary>A referral to create; the code goes into <see cref="ReferralCreatedProps.Value"/>.</summary>
/// <param name="CampaignId">The campaign that owns the referral.</param>
/// <param name="AdvocateIntegrationId">Whose referral it is.</param>
public sealed record CreateReferralRequest(long CampaignId, string AdvocateIntegrationId) : EffectRequest
{
    /// <summary>The only friend who may use it; null for anyone.</summary>
    public string? FriendIntegrationId { get; init; }

    /// <summary>Pattern of the code, # for a random character; null for the campaign's.</summary>
    public string? Pattern { get; init; }

    /// <summary>Most redemptions; 0 for unlimited, null for the default.</summary>
    public long? UsageLimit { get; init; }

    /// <summary>Valid from; null for always.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>No longer valid from; null for never.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>Custom attributes.</summary>
    public IReadOnlyDictionary<string, Value> Attributes { get; init; } = new Dictionary<string, Value>();
}

/// <summary>A reservation to make.</summary>
/// <param name="CouponId">The coupon; null when it is not known yet.</param>
public sealed record ReserveCouponRequest(long? CouponId) : EffectRequest;

/// <summary>An attribute to write.</summary>
/// <param name="Target">Whose attribute.</param>
/// <param name="Name">The attribute.</param>
/// <param name="CartItemPosition">For an item, its line.</param>
/// <param name="IsRelative">Whether the new value was made from the one before, as by increase or toggle.</param>
public sealed record UpdateAttributeRequest(AttributeTarget Target, string Name, int? CartItemPosition = null, bool IsRelative = false) : EffectRequest;

/// <summary>Parameters of a webhook.</summary>
/// <param name="Parameters">The values by name.</param>
public sealed record TriggerWebhookRequest(IReadOnlyDictionary<string, Value> Parameters) : EffectRequest;

/// <summary>A giveaway to take; its id and code go into <see cref="AwardGiveawayProps"/>.</summary>
/// <param name="Name">The effect's label.</param>
public sealed record AwardGiveawayRequest(string Name) : EffectRequest;

/// <summary>Whose attribute an effect writes.</summary>
public enum AttributeTarget
{
    /// <summary>The session.</summary>
    Session,

    /// <summary>The customer.</summary>
    Profile,

    /// <summary>The advocate of the referral.</summary>
    AdvocateProfile,

    /// <summary>The coupon under evaluation.</summary>
    Coupon,

    /// <summary>The referral.</summary>
    Referral,

    /// <summary>A cart item.</summary>
    CartItem,
}
