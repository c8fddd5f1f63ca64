using System.Globalization;
using System.Text.Json;

namespace Talon.Promotions;

/// <summary>Tells which items the filters of an action mean.</summary>
internal static class CatalogFilters
{
    /// <summary>The operators that compare numbers.</summary>
    public static IReadOnlySet<string> Numeric { get; } = new HashSet<string> { "LT", "LE", "GT", "GE" };

    /// <summary>Whether an item passes a filter; one that lacks the attribute does not.</summary>
    public static bool Admits(this CatalogFilter filter, CatalogItem item)
    {
        if (item.Attributes is not { ValueKind: JsonValueKind.Object } attributes || !attributes.TryGetProperty(filter.Attribute, out var value))
            return false;
        return filter.Operator switch
        {
            "EQ" => IsEqual(value, filter.Value),
            "IN" => Choices(filter.Value).Any(choice => IsEqual(value, choice)),
            _ => Number(value) is { } left && Number(filter.Value) is { } right && Compare(filter.Operator, left.CompareTo(right)),
        };
    }

    /// <summary>The number that a value is, or that its text says; null for none.</summary>
    public static decimal? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static bool Compare(string comparison, int sign) => comparison switch
    {
        "LT" => sign < 0,
        "LE" => sign <= 0,
        "GT" => sign > 0,
        _ => sign >= 0,
    };

    private static IEnumerable<JsonElement> Choices(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.String => value.GetString()!.Split(',').Select(text => JsonSerializer.SerializeToElement(text.Trim(), RowJson.Default.String)),
        _ => [value],
    };

    /// <summary>A number equals a text that says it, as a text equals a truth value of the same name.</summary>
    private static bool IsEqual(JsonElement value, JsonElement other) => value.ValueKind switch
    {
        JsonValueKind.Number => Number(value) == Number(other),
        JsonValueKind.String => other.ValueKind == JsonValueKind.String ? value.GetString() == other.GetString() : value.GetString() == other.GetRawText(),
        JsonValueKind.True or JsonValueKind.False => string.Equals(value.GetRawText(), other.ValueKind == JsonValueKind.String ? other.GetString() : other.GetRawText(), StringComparison.OrdinalIgnoreCase),
        _ => JsonElement.DeepEquals(value, other),
    };
}
