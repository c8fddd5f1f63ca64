namespace Talon.RuleEngine;

/// <summary>A cart line.</summary>
public sealed record CartItemFacts
{
    /// <summary>Index in the request's list, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>Stock keeping unit.</summary>
    public required string Sku { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>Price of one unit in the Application's currency.</summary>
    public required decimal Price { get; init; }

    /// <summary>Units, 1 or more.</summary>
    public required int Quantity { get; init; }

    /// <summary>Category.</summary>
    public string? Category { get; init; }

    /// <summary>Name of the parent product.</summary>
    public string? ProductName { get; init; }

    /// <summary>Grams.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Millimetres.</summary>
    public decimal? Height { get; init; }

    /// <summary>Millimetres.</summary>
    public decimal? Width { get; init; }

    /// <summary>Millimetres.</summary>
    public decimal? Length { get; init; }

    /// <summary>Units returned so far; they come last in the line and take no part.</summary>
    public int ReturnedQuantity { get; init; }

    /// <summary>The catalog entry, if the line is in the Application's catalog.</summary>
    public long? CatalogItemId { get; init; }

    /// <summary>Item-level additional costs by API name, per unit.</summary>
    public IReadOnlyDictionary<string, decimal> AdditionalCosts { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Custom attributes.</summary>
    public IReadOnlyDictionary<string, Value> Attributes { get; init; } = new Dictionary<string, Value>();
}
