using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A cart line, with the names of the API.</summary>
public sealed record CartItem
{
    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>Stock keeping unit.</summary>
    public required string Sku { get; init; }

    /// <summary>Units, 1 or more.</summary>
    public required int Quantity { get; init; }

    /// <summary>Units returned so far.</summary>
    public int? ReturnedQuantity { get; init; }

    /// <summary>Units still held.</summary>
    public int? RemainingQuantity { get; init; }

    /// <summary>Price of one unit; null only until the catalog fills it.</summary>
    public decimal? Price { get; init; }

    /// <summary>Category.</summary>
    public string? Category { get; init; }

    /// <summary>The parent product.</summary>
    public Product? Product { get; init; }

    /// <summary>Grams.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Millimetres.</summary>
    public decimal? Height { get; init; }

    /// <summary>Millimetres.</summary>
    public decimal? Width { get; init; }

    /// <summary>Millimetres.</summary>
    public decimal? Length { get; init; }

    /// <summary>Index in the list, from 0.</summary>
    public int? Position { get; init; }

    /// <summary>Custom attributes; undefined for none.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>Item-level additional costs by API name.</summary>
    public IReadOnlyDictionary<string, AdditionalCost>? AdditionalCosts { get; init; }

    /// <summary>The catalog entry.</summary>
    public long? CatalogItemID { get; init; }

    /// <summary>The price type chosen.</summary>
    public string? SelectedPriceType { get; init; }

    /// <summary>Reference of a price adjustment.</summary>
    public Guid? AdjustmentReferenceId { get; init; }

    /// <summary>When the adjustment begins.</summary>
    public DateTimeOffset? AdjustmentEffectiveFrom { get; init; }

    /// <summary>When the adjustment ends.</summary>
    public DateTimeOffset? AdjustmentEffectiveUntil { get; init; }

    /// <summary>Prices by price type.</summary>
    public IReadOnlyDictionary<string, PriceDetail>? Prices { get; init; }
}

/// <summary>The parent product of a cart line.</summary>
/// <param name="Name">Product name.</param>
public sealed record Product(string Name);

/// <summary>An additional cost of a session or a cart line.</summary>
/// <param name="Price">Amount in the Application's currency; for a line, per unit.</param>
public sealed record AdditionalCost(decimal Price);

/// <summary>A price under one price type.</summary>
public sealed record PriceDetail
{
    /// <summary>Unit price in the Application's currency.</summary>
    public decimal? Price { get; init; }

    /// <summary>Adjustment context.</summary>
    public string? AdjustmentContextId { get; init; }

    /// <summary>Reference of a price adjustment.</summary>
    public Guid? AdjustmentReferenceId { get; init; }

    /// <summary>When the adjustment begins.</summary>
    public DateTimeOffset? AdjustmentEffectiveFrom { get; init; }

    /// <summary>When the adjustment ends.</summary>
    public DateTimeOffset? AdjustmentEffectiveUntil { get; init; }
}
