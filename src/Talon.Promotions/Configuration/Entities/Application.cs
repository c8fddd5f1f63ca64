using System.Text.Json;

namespace Talon.Promotions;

/// <summary>An Application: a shop, its currency and calendar, and what its campaigns start from.</summary>
public sealed record Application : IEntity
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>IANA time zone of schedules and budget periods.</summary>
    public required string Timezone { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>How coupon and referral codes are stored and compared; null for <c>sensitive</c>.</summary>
    public CaseSensitivity? CaseSensitivity { get; init; }

    /// <summary>Custom attributes, a JSON object.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>Budgets that new campaigns start with.</summary>
    public IReadOnlyList<LimitConfig> Limits { get; init; } = [];

    /// <summary>Scope when setDiscount gives none: sessionTotal, cartItems or additionalCosts.</summary>
    public string? DefaultDiscountScope { get; init; }

    /// <summary>Scope when setDiscountPerItem gives none: price, itemTotal or additionalCosts.</summary>
    public string? DefaultDiscountAdditionalCostPerItemScope { get; init; }

    /// <summary>Later campaigns see values that earlier ones have discounted; null for false.</summary>
    public bool? EnableCascadingDiscounts { get; init; }

    /// <summary>A line of quantity n is evaluated as n units; null for true.</summary>
    public bool? EnableFlattenedCartItems { get; init; }

    /// <summary>What is left of a budget is granted instead of nothing; null for false.</summary>
    public bool? EnablePartialDiscounts { get; init; }

    /// <summary>Attributes that campaigns and coupons must have.</summary>
    public AttributesSettings? AttributesSettings { get; init; }

    /// <summary>Sandbox or live environment.</summary>
    public bool? Sandbox { get; init; }

    /// <summary>The evaluation group of new campaigns.</summary>
    public long? DefaultEvaluationGroupId { get; init; }

    /// <summary>Kept as sent.</summary>
    public long? DefaultCartItemFilterId { get; init; }

    /// <summary>Kept as sent.</summary>
    public bool? EnableCampaignStateManagement { get; init; }

    /// <summary>Kept as sent, a JSON object.</summary>
    public JsonElement? BestPriorPriceSettings { get; init; }

    /// <summary>Addresses that may call with its keys, in CIDR form; null or empty for any.</summary>
    public IReadOnlyList<string>? AllowedIpRanges { get; init; }

    /// <summary>Whether calls with its keys are kept for a while; null for true.</summary>
    public bool? EnableAccessLogs { get; init; }

    /// <summary>A code in the form in which this Application stores and compares it.</summary>
    public string NormalizeCode(string code) => CaseSensitivity switch
    {
        Promotions.CaseSensitivity.InsensitiveUppercase => code.ToUpperInvariant(),
        Promotions.CaseSensitivity.InsensitiveLowercase => code.ToLowerInvariant(),
        _ => code,
    };
}
