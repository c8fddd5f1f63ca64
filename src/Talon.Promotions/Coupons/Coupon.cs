using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A coupon with its counters, with the names of the API.</summary>
public record Coupon
{
    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The owning campaign.</summary>
    public required long CampaignId { get; init; }

    /// <summary>The code, in the case that the Application stores.</summary>
    public required string Value { get; init; }

    /// <summary>Most redemptions; 0 for unlimited.</summary>
    public required long UsageLimit { get; init; }

    /// <summary>Most discount granted through it.</summary>
    public decimal? DiscountLimit { get; init; }

    /// <summary>Most reservations.</summary>
    public long? ReservationLimit { get; init; }

    /// <summary>Valid from.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>No longer valid from.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>Limits per profile that override the campaign's.</summary>
    public IReadOnlyList<LimitConfig>? Limits { get; init; }

    /// <summary>Redemptions so far.</summary>
    public long UsageCounter { get; init; }

    /// <summary>Discount granted so far; only with a discount limit.</summary>
    public decimal? DiscountCounter { get; init; }

    /// <summary>Discount still available; only with a discount limit.</summary>
    public decimal? DiscountRemainder { get; init; }

    /// <summary>Reservations so far.</summary>
    public long? ReservationCounter { get; init; }

    /// <summary>Custom attributes.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>The referral whose redemption created it.</summary>
    public long? ReferralId { get; init; }

    /// <summary>The only customer who may use it.</summary>
    public string? RecipientIntegrationId { get; init; }

    /// <summary>The import it came from.</summary>
    public long? ImportId { get; init; }

    /// <summary>Whether it may be reserved.</summary>
    public bool? Reservation { get; init; }

    /// <summary>The batch it was created in.</summary>
    public string? BatchId { get; init; }

    /// <summary>Redeemable only with a reservation.</summary>
    public bool? IsReservationMandatory { get; init; }

    /// <summary>Reserved for everyone.</summary>
    public bool? ImplicitlyReserved { get; init; }
}
