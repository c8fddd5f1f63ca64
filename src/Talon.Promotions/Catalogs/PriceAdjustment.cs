namespace Talon.Promotions;

/// <summary>A price of an item that holds for some time, under a price type.</summary>
public sealed record PriceAdjustment
{
    /// <summary>The price type, such as <c>member</c>.</summary>
    public required string PriceType { get; init; }

    /// <summary>The price; null when the type no longer applies.</summary>
    public decimal? Price { get; init; }

    /// <summary>The caller's reference.</summary>
    public required string ReferenceId { get; init; }

    /// <summary>The occasion, such as a sale.</summary>
    public string? ContextId { get; init; }

    /// <summary>When it was calculated; of several that hold at once the latest counts.</summary>
    public required DateTimeOffset CalculatedAt { get; init; }

    /// <summary>Holds from then on; null for always.</summary>
    public DateTimeOffset? EffectiveFrom { get; init; }

    /// <summary>Holds until then; null for ever.</summary>
    public DateTimeOffset? EffectiveUntil { get; init; }

    /// <summary>Whether it holds at a moment.</summary>
    public bool HoldsAt(DateTimeOffset now) => !(EffectiveFrom > now) && !(EffectiveUntil <= now);
}
