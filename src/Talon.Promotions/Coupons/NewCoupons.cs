using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A request to create coupons that differ in nothing but their codes.</summary>
public sealed record NewCoupons
{
    /// <summary>How many.</summary>
    public required int NumberOfCoupons { get; init; }

    /// <summary>Most redemptions of each; 0 for unlimited.</summary>
    public required long UsageLimit { get; init; }

    /// <summary>Most discount granted through each.</summary>
    public decimal? DiscountLimit { get; init; }

    /// <summary>Most reservations of each.</summary>
    public long? ReservationLimit { get; init; }

    /// <summary>Valid from.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>No longer valid from.</summary>
    public DateTimeOffset? ExpiryDate { get; init; }

    /// <summary>Limits per profile that override the campaign's.</summary>
    public IReadOnlyList<LimitConfig>? Limits { get; init; }

    /// <summary>Custom attributes.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>The only customer who may use them.</summary>
    public string? RecipientIntegrationId { get; init; }

    /// <summary>The characters that stand for <c>#</c>; null for A to Z and 0 to 9.</summary>
    public IReadOnlyList<string>? ValidCharacters { get; init; }

    /// <summary>The codes' pattern; one without <c>#</c> is the code itself. Null for the campaign's, or twelve random characters.</summary>
    public string? CouponPattern { get; init; }

    /// <summary>Redeemable only with a reservation.</summary>
    public bool IsReservationMandatory { get; init; }

    /// <summary>Reserved for everyone.</summary>
    public bool ImplicitlyReserved { get; init; }
}
