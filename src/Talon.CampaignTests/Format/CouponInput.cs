using System.Text.Json;

namespace Talon.CampaignTests;

/// <summary>A coupon code entered, and the coupon of that code.</summary>
public sealed record CouponInput
{
    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>Server-assigned id; its place in the list, from 501, when left out.</summary>
    public long? Id { get; init; }

    /// <summary>Name of the campaign; the first one when left out.</summary>
    public string? Campaign { get; init; }

    /// <summary>Whether there is no such coupon.</summary>
    public bool Unknown { get; init; }

    /// <summary>Most redemptions; 0 for unlimited.</summary>
    public long UsageLimit { get; init; }

    /// <summary>Redemptions so far.</summary>
    public decimal Used { get; init; }

    /// <summary>Redemptions so far by the customer at hand.</summary>
    public decimal UsedByProfile { get; init; }

    /// <summary>Most discount through it.</summary>
    public decimal? DiscountLimit { get; init; }

    /// <summary>Discount through it so far.</summary>
    public decimal DiscountUsed { get; init; }

    /// <summary>Valid from.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>No longer valid from.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>The only customer who may use it.</summary>
    public string? RecipientIntegrationId { get; init; }

    /// <summary>Redeemable only with a reservation.</summary>
    public bool ReservationMandatory { get; init; }

    /// <summary>Whether the customer holds a reservation.</summary>
    public bool ReservedByProfile { get; init; }

    /// <summary>Limits per profile that override the campaign's.</summary>
    public IReadOnlyList<LimitInput> Limits { get; init; } = [];

    /// <summary>Attributes.</summary>
    public JsonElement Attributes { get; init; }
}
