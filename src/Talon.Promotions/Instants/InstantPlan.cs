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
