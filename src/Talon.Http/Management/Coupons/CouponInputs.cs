using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Reads coupons out of checked requests.</summary>
internal static class CouponInputs
{
    /// <summary>Coupons to be.</summary>
    public static NewCoupons New(JsonElement body) => new()
    {
        NumberOfCoupons = (int)(body.Integer("numberOfCoupons") ?? 1),
        UsageLimit = body.GetProperty("usageLimit").GetInt64(),
        DiscountLimit = body.Number("discountLimit"),
        ReservationLimit = body.Integer("reservationLimit"),
        StartDate = body.Time("startDate"),
        ExpiryDate = body.Time("expiryDate"),
        Limits = body.List("limits", Limit),
        Attributes = body.Member("attributes"),
        RecipientIntegrationId = Recipient(body),
        ValidCharacters = body.Texts("validCharacters"),
        CouponPattern = body.Text("couponPattern"),
        IsReservationMandatory = body.Flag("isReservationMandatory") ?? false,
        ImplicitlyReserved = body.Flag("implicitlyReserved") ?? false,
    };

    /// <summary>Coupons to be created by a job.</summary>
    public static NewCoupons NewJob(JsonElement body)
    {
        var settings = body.Member("couponSettings");
        return New(body) with { CouponPattern = settings?.Text("couponPattern"), ValidCharacters = settings?.Texts("validCharacters") };
    }

    /// <summary>What changes on a coupon.</summary>
    public static CouponEdit Edit(JsonElement body) => new()
    {
        UsageLimit = body.Integer("usageLimit"),
        DiscountLimit = body.Number("discountLimit"),
        ReservationLimit = body.Integer("reservationLimit"),
        StartDate = body.Time("startDate"),
        ExpiryDate = body.Time("expiryDate"),
        Limits = body.List("limits", Limit),
        RecipientIntegrationId = Recipient(body),
        Attributes = body.Member("attributes"),
        IsReservationMandatory = body.Flag("isReservationMandatory"),
        ImplicitlyReserved = body.Flag("implicitlyReserved"),
    };

    private static string? Recipient(JsonElement body) => body.Text("recipientIntegrationId") is { Length: > 0 } id ? id : null;

    private static LimitConfig Limit(JsonElement limit) => new()
    {
        Action = limit.GetProperty("action").GetString()!,
        Limit = limit.GetProperty("limit").GetDecimal(),
        Period = limit.Text("period"),
        Entities = limit.Texts("entities")!,
    };
}
