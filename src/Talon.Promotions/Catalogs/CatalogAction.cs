using System.Text.Json;
using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>One action of a sync.</summary>
/// <remarks>Source: Integration API 26.16, <c>syncCatalog</c>.</remarks>
public sealed record CatalogAction
{
    /// <summary>What is done.</summary>
    public required CatalogActionKind Kind { get; init; }

    /// <summary>The item; null for actions on many.</summary>
    public string? Sku { get; init; }

    /// <summary>The price to set; null keeps the price.</summary>
    public decimal? Price { get; init; }

    /// <summary>The product to set; null takes it away when one item is changed, and keeps it when many are.</summary>
    public string? Product { get; init; }

    /// <summary>Attributes to set, a JSON object; in place of all others when an item is added, merged otherwise.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>Adding replaces an item that is there; patching creates one that is not.</summary>
    public bool Force { get; init; }

    /// <summary>Which items of many; all of them must hold.</summary>
    public IReadOnlyList<CatalogFilter> Filters { get; init; } = [];

    /// <summary>Adjustments of the item's price.</summary>
    public IReadOnlyList<PriceAdjustment> Adjustments { get; init; } = [];
}

/// <summary>The kinds of actions.</summary>
public enum CatalogActionKind
{
    /// <summary>Add an item, or replace it.</summary>
    [JsonStringEnumMemberName("ADD")]
    Add,

    /// <summary>Change an item, or create it.</summary>
    [JsonStringEnumMemberName("PATCH")]
    Patch,

    /// <summary>Change many items.</summary>
    [JsonStringEnumMemberName("PATCH_MANY")]
    PatchMany,

    /// <summary>Remove an item.</summary>
    [JsonStringEnumMemberName("REMOVE")]
    Remove,

    /// <summary>Remove many items.</summary>
    [JsonStringEnumMemberName("REMOVE_MANY")]
    RemoveMany,

    /// <summary>Adjust the price of an item for some time.</summary>
    [JsonStringEnumMemberName("ADD_PRICE_ADJUSTMENT")]
    AddPriceAdjustment,
}

/// <summary>A condition on an attribute of an item.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Operator">EQ, LT, LE, GT, GE or IN.</param>
/// <param name="Value">What it is compared with.</param>
public sealed record CatalogFilter(string Attribute, string Operator, JsonElement Value);
