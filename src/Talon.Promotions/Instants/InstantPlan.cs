using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What an update does at once, whether its session is open or closes.</summary>
internal sealed record InstantPlan
{
    /// <summary>The effects, with what was done earlier as it was, and with the codes that were created.</summary>
    public required IReadOnlyList<Effect> Effects { get; init; }

    /// <summary>All that was ever done once and for all.</summary>
    public required IReadOnlyList<DoneEffect> Done { get; init; }

    /// <summary>Coupons to create.</summary>
    public IReadOnlyList<NewCoupon> CreatedCoupons { get; init; } = [];

    /// <summary>Referrals to create.</summary>
    public IReadOnlyList<NewReferral> CreatedReferrals { get; init; } = [];

    /// <summary>Attributes of the session to set; null for none.</summary>
    public JsonElement? SessionAttributes { get; init; }

    /// <summary>Attributes of lines to set, by position.</summary>
    public IReadOnlyDictionary<int, JsonElement> ItemAttributes { get; init; } = new Dictionary<int, JsonElement>();

    /// <summary>What other partitions are owed.</summary>
    public IReadOnlyList<OutboxRow> Outbox { get; init; } = [];

    /// <summary>Whether it takes an attempt: something is created or owed.</summary>
    public bool NeedsAttempt => CreatedCoupons.Count > 0 || CreatedReferrals.Count > 0 || Outbox.Count > 0;

    /// <summary>The attributes of what stands in a partition, with those that are owed to it.</summary>
    public JsonElement? Apply(string partition, JsonElement? attributes)
    {
        foreach (var row in Outbox)
            if (row.Target == partition && row.Attributes is { } set)
                attributes = JsonObject.Merge(attributes ?? JsonObject.Empty, set);
        return attributes;
    }

    /// <summary>The coupons entered, with their attributes set.</summary>
    public IReadOnlyList<CouponRead> Apply(IReadOnlyList<CouponRead> coupons) =>
        [.. coupons.Select(read => read.Coupon is { } coupon ? read with { Coupon = coupon with { Attributes = Apply(read.Partition, coupon.Attributes) } } : read)];

    /// <summary>The referral entered, with its attributes set.</summary>
    public ReferralRead? Apply(ReferralRead? read) =>
        read?.Referral is { } referral ? read with { Referral = referral with { Attributes = Apply(read.Partition, referral.Attributes) } } : read;

    /// <summary>The session with its attributes set.</summary>
    public CustomerSession Apply(CustomerSession session) => SessionAttributes is null && ItemAttributes.Count == 0
        ? session
        : session with
        {
            Attributes = JsonObject.Merge(session.Attributes, SessionAttributes),
            CartItems = [.. session.CartItems.Select((item, position) => ItemAttributes.TryGetValue(position, out var set)
                ? item with { Attributes = JsonObject.Merge(item.Attributes ?? JsonObject.Empty, set) }
                : item)],
        };
}
