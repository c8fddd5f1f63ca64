using System.Text.Json;

namespace Talon.Promotions;

/// <summary>An item of a catalog, as it is stored and shown.</summary>
public sealed record CatalogItem
{
    private const int MostAdjustments = 500;

    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Stock keeping unit, unique in the catalog.</summary>
    public required string Sku { get; init; }

    /// <summary>The catalog's version that changed it last.</summary>
    public required long Version { get; init; }

    /// <summary>Price of one unit; null for none.</summary>
    public decimal? Price { get; init; }

    /// <summary>The name of the product it belongs to.</summary>
    public string? Product { get; init; }

    /// <summary>Attributes of cart items, a JSON object; null for none.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>Adjustments of its price, in the order in which they came.</summary>
    public IReadOnlyList<PriceAdjustment> Adjustments { get; init; } = [];

    /// <summary>The adjustments that hold at a moment: the latest of each price type, unless it ends the type.</summary>
    public IEnumerable<PriceAdjustment> AdjustedAt(DateTimeOffset now) =>
        Adjustments.Where(adjustment => adjustment.HoldsAt(now)).GroupBy(adjustment => adjustment.PriceType).Select(type => type.OrderBy(adjustment => adjustment.CalculatedAt).Last()).Where(adjustment => adjustment.Price is not null);

    /// <summary>The item with further adjustments; those that are over make room.</summary>
    public CatalogItem Adjusted(IEnumerable<PriceAdjustment> more, DateTimeOffset now) => this with
    {
        Adjustments = [.. Adjustments.Concat(more).Where(adjustment => !(adjustment.EffectiveUntil <= now)).TakeLast(MostAdjustments)],
    };
}
