using System.Text.Json;

namespace Talon.CampaignTests;

/// <summary>A cart line.</summary>
public sealed record CartItemInput
{
    /// <summary>Stock keeping unit.</summary>
    public required string Sku { get; init; }

    /// <summary>Price of one unit.</summary>
    public required decimal Price { get; init; }

    /// <summary>Units.</summary>
    public int Quantity { get; init; } = 1;

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>Category.</summary>
    public string? Category { get; init; }

    /// <summary>Name of the parent product.</summary>
    public string? Product { get; init; }

    /// <summary>Grams.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Millimetres.</summary>
    public decimal? Height { get; init; }

    /// <summary>Millimetres.</summary>
    public decimal? Width { get; init; }

    /// <summary>Millimetres.</summary>
    public decimal? Length { get; init; }

    /// <summary>Units returned so far.</summary>
    public int ReturnedQuantity { get; init; }

    /// <summary>Additional costs by name.</summary>
    public IReadOnlyDictionary<string, decimal> AdditionalCosts { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Attributes.</summary>
    public JsonElement Attributes { get; init; }
}
