using System.Text.Json;

namespace Talon.Promotions;

/// <summary>What changes on a coupon.</summary>
/// <remarks>Null clears both dates and the recipient; it leaves everything else as it is. Source: Management API 26.16.</remarks>
public sealed record CouponEdit
{
    /// <summary>Most redemptions; 0 for unlimited.</summary>
    public long? UsageLimit { get; init; }

    /// <summary>Most discount granted through it.</summary>
    public decimal? DiscountLimit { get; init; }

    /// <summary>Most reservations.</summary>
    public long? ReservationLimit { get; init; }

    /// <summary>Valid from; null for always.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>No longer valid from; null for never.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>Limits per profile that override the campaign's.</summary>
    public IReadOnlyList<LimitConfig>? Limits { get; init; }

    /// <summary>The only customer who may use it; null for anybody.</summary>
    public string? RecipientIntegrationId { get; init; }

    /// <summary>Whether the recipient stays, whatever <see cref="RecipientIntegrationId"/> says.</summary>
    public bool KeepsRecipient { get; init; }

    /// <summary>Custom attributes, in place of those it has.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>Redeemable only with a reservation.</summary>
    public bool? IsReservationMandatory { get; init; }

    /// <summary>Reserved for everyone.</summary>
    public bool? ImplicitlyReserved { get; init; }

    /// <summary>A coupon after the change.</summary>
    public Coupon Apply(Coupon coupon) => coupon with
    {
        UsageLimit = UsageLimit ?? coupon.UsageLimit,
        DiscountLimit = DiscountLimit ?? coupon.DiscountLimit,
        ReservationLimit = ReservationLimit ?? coupon.ReservationLimit,
        StartDate = StartDate,
        ExpiryDate = ExpiryDate,
        Limits = Limits ?? coupon.Limits,
        RecipientIntegrationId = KeepsRecipient ? coupon.RecipientIntegrationId : RecipientIntegrationId,
        Reservation = KeepsRecipient ? coupon.Reservation : RecipientIntegrationId is null,
        Attributes = Attributes ?? coupon.Attributes,
        IsReservationMandatory = IsReservationMandatory ?? coupon.IsReservationMandatory,
        ImplicitlyReserved = ImplicitlyReserved ?? coupon.ImplicitlyReserved,
    };
}
