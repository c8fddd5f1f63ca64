using System.Text.Json;

namespace Talon.Promotions;

/// <summary>Which coupons a search is for; what is null does not matter.</summary>
public sealed record CouponFilter
{
    /// <summary>The code, or a part of it; whatever the case, and only letters and digits count. See <see cref="ExactMatch"/>.</summary>
    public string? Value { get; init; }

    /// <summary>Whether <see cref="Value"/> is the whole code, whatever the case.</summary>
    public bool ExactMatch { get; init; }

    /// <summary><c>expired</c>, <c>validNow</c> or <c>validFuture</c>.</summary>
    public string? Valid { get; init; }

    /// <summary>Whether redemptions are left.</summary>
    public bool? Usable { get; init; }

    /// <summary>Whether it was redeemed at least once.</summary>
    public bool? Redeemed { get; init; }

    /// <summary>The referral that created it.</summary>
    public long? ReferralId { get; init; }

    /// <summary>The customer it is for.</summary>
    public string? RecipientIntegrationId { get; init; }

    /// <summary>The batch it was created in.</summary>
    public string? BatchId { get; init; }

    /// <summary>Bounds of the time of creation, excluded.</summary>
    public TimeBounds Created { get; init; }

    /// <summary>Bounds of the start date, excluded.</summary>
    public TimeBounds Starts { get; init; }

    /// <summary>Bounds of the expiry date, excluded.</summary>
    public TimeBounds Expires { get; init; }

    /// <summary>Attributes that it has with these very values, a JSON object.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>Whether a coupon is one of them at a moment.</summary>
    public bool Admits(Coupon coupon, DateTimeOffset now) =>
        (Value is null || (ExactMatch ? coupon.Value.Equals(Value, StringComparison.OrdinalIgnoreCase) : CodeSearch.Finds(Value, coupon.Value)))
        && (Valid is null || Valid == ValidityAt(coupon, now))
        && (Usable is null || Usable == (coupon.UsageLimit == 0 || coupon.UsageCounter < coupon.UsageLimit))
        && (Redeemed is null || Redeemed == coupon.UsageCounter > 0)
        && (ReferralId is null || ReferralId == coupon.ReferralId)
        && (RecipientIntegrationId is null || RecipientIntegrationId == coupon.RecipientIntegrationId)
        && (BatchId is null || BatchId == coupon.BatchId)
        && Created.Admit(coupon.Created) && Starts.Admit(coupon.StartDate) && Expires.Admit(coupon.ExpiryDate)
        && (Attributes is not { } wanted || wanted.EnumerateObject().All(member => Has(coupon, member)));

    private static string ValidityAt(Coupon coupon, DateTimeOffset now) =>
        now >= coupon.ExpiryDate ? "expired" : now < coupon.StartDate ? "validFuture" : "validNow";

    private static bool Has(Coupon coupon, JsonProperty wanted) =>
        coupon.Attributes is { } attributes && attributes.TryGetProperty(wanted.Name, out var value) && JsonElement.DeepEquals(value, wanted.Value);
}
