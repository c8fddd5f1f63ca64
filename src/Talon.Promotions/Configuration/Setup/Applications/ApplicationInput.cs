using System.Text.Json;

namespace Talon.Promotions;

/// <summary>What a caller says of an Application, to create or to replace it. Meanings as in <see cref="Application"/>.</summary>
public sealed record ApplicationInput
{
    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>IANA time zone.</summary>
    public required string Timezone { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>How codes are stored and compared.</summary>
    public CaseSensitivity? CaseSensitivity { get; init; }

    /// <summary>Custom attributes.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>Budgets that new campaigns start with.</summary>
    public IReadOnlyList<LimitConfig>? Limits { get; init; }

    /// <summary>Scope when setDiscount gives none.</summary>
    public string? DefaultDiscountScope { get; init; }

    /// <summary>Scope when setDiscountPerItem gives none.</summary>
    public string? DefaultDiscountAdditionalCostPerItemScope { get; init; }

    /// <summary>Cascading discounts.</summary>
    public bool? EnableCascadingDiscounts { get; init; }

    /// <summary>Cart items by unit.</summary>
    public bool? EnableFlattenedCartItems { get; init; }

    /// <summary>Partial discounts.</summary>
    public bool? EnablePartialDiscounts { get; init; }

    /// <summary>Mandatory attributes.</summary>
    public AttributesSettings? AttributesSettings { get; init; }

    /// <summary>Sandbox or live environment.</summary>
    public bool? Sandbox { get; init; }

    /// <summary>The evaluation group of new campaigns; null keeps what is there.</summary>
    public long? DefaultEvaluationGroupId { get; init; }

    /// <summary>Kept as sent.</summary>
    public long? DefaultCartItemFilterId { get; init; }

    /// <summary>Kept as sent.</summary>
    public bool? EnableCampaignStateManagement { get; init; }

    /// <summary>Kept as sent.</summary>
    public JsonElement? BestPriorPriceSettings { get; init; }

    /// <summary>Addresses that may call; null keeps what is there.</summary>
    public IReadOnlyList<string>? AllowedIpRanges { get; init; }

    /// <summary>Whether calls are kept for a while; null keeps what is there.</summary>
    public bool? EnableAccessLogs { get; init; }
}
