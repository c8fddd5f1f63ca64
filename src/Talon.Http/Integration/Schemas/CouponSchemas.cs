namespace Talon.Http;

/// <summary>The published shapes of coupons.</summary>
/// <remarks>Source: Integration API 26.16.</remarks>
public static class CouponSchemas
{
    /// <summary>A budget.</summary>
    public static readonly ObjectSchema LimitConfig = new("LimitConfig", "A budget.")
    {
        Properties =
        [
            Property.Required("action", "What is limited.", StringSchema.Text, "setDiscount"),
            Property.Required("limit", "The ceiling.", new NumberSchema { Minimum = 0, Maximum = Fields.LargestAmount }, 1000),
            Property.Optional("period", "The window in which it counts.", new StringSchema { Enum = ["daily", "weekly", "monthly", "yearly"] }, "yearly"),
            Property.Required("entities", "What it counts by; empty for the whole campaign.", new ArraySchema(new StringSchema { Enum = ["Coupon", "Referral", "Profile", "Identifier", "Store", "Session"] })),
        ],
    };

    /// <summary>A coupon.</summary>
    public static readonly ObjectSchema Coupon = new("Coupon", "A coupon with its counters.")
    {
        Properties =
        [
            .. Fields.Entity,
            Property.Required("campaignId", "The owning campaign.", Fields.Id, 211),
            Property.Required("value", "The code.", StringSchema.Text, "XMAS-20-2026"),
            Property.Required("usageLimit", "Most redemptions; 0 for unlimited.", new IntegerSchema { Minimum = 0, Maximum = 999_999 }, 100),
            Property.Optional("discountLimit", "Most discount granted through it.", Fields.Amount, 30),
            Property.Optional("reservationLimit", "Most reservations.", new IntegerSchema { Minimum = 0, Maximum = 999_999 }, 45),
            Property.Optional("startDate", "Valid from.", StringSchema.DateTime, "2026-01-24T14:15:22Z"),
            Property.Optional("expiryDate", "No longer valid from; left out when it never expires.", StringSchema.DateTime, "2026-08-24T14:15:22Z"),
            Property.Optional("limits", "Budgets per profile that override the campaign's.", new ArraySchema(LimitConfig)),
            Property.Required("usageCounter", "Redemptions so far.", Fields.Count, 10),
            Property.Optional("discountCounter", "Discount granted so far.", new NumberSchema(), 10m),
            Property.Optional("discountRemainder", "Discount still available.", new NumberSchema(), 5m),
            Property.Optional("reservationCounter", "Reservations so far.", Fields.Count, 1),
            Property.Optional("attributes", "Custom attributes.", MapSchema.Free),
            Property.Optional("referralId", "The referral that created it.", Fields.Id),
            Property.Optional("recipientIntegrationId", "The only customer who may use it.", Fields.ProfileId, "URNGV8294NV"),
            Property.Optional("importId", "The import it came from.", Fields.Id, 4),
            Property.Optional("reservation", "Whether it may be reserved.", new BooleanSchema(), true),
            Property.Optional("batchId", "The batch it was created in.", StringSchema.Text, "32535-43255"),
            Property.Optional("isReservationMandatory", "Redeemable only with a reservation.", new BooleanSchema(), false),
            Property.Optional("implicitlyReserved", "Reserved for everyone.", new BooleanSchema(), false),
        ],
    };

    /// <summary>A coupon as one customer sees it.</summary>
    public static readonly ObjectSchema IntegrationCoupon = Coupon.With(
        "IntegrationCoupon",
        "A coupon as one customer sees it.",
        Property.Required("profileRedemptionCount", "Redemptions by this customer.", Fields.Count, 5));
}
