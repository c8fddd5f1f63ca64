using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Reads attribute values from JSON, strictly by their type.</summary>
internal static class AttributeValues
{
    /// <summary>Reads a value; false when the JSON is not of the type.</summary>
    public static bool TryRead(JsonElement json, AttributeType type, out Value value)
    {
        switch (type)
        {
            case AttributeType.String when json.ValueKind == JsonValueKind.String:
                value = Value.Of(json.GetString()!);
                return true;
            case AttributeType.Number when json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var number):
                value = Value.Of(number);
                return true;
            case AttributeType.Boolean when json.ValueKind is JsonValueKind.True or JsonValueKind.False:
                value = Value.Of(json.GetBoolean());
                return true;
            case AttributeType.Time when json.ValueKind == JsonValueKind.String && Rfc3339.TryParse(json, out var time):
                value = Value.Of(time);
                return true;
            case AttributeType.Location when TryReadLocation(json) is { } location:
                value = Value.Of(location);
                return true;
            default:
                value = Value.None;
                return ElementOf(type) is { } element && TryReadList(json, element, out value);
        }
    }

    /// <summary>The type of a list's elements; null for a type that is no list.</summary>
    public static AttributeType? ElementOf(AttributeType type) => type switch
    {
        AttributeType.StringList => AttributeType.String,
        AttributeType.NumberList => AttributeType.Number,
        AttributeType.TimeList => AttributeType.Time,
        AttributeType.LocationList => AttributeType.Location,
        _ => null,
    };

    /// <summary>A type in words, after "is not".</summary>
    public static string Describe(AttributeType type) => type switch
    {
        AttributeType.String => "a string",
        AttributeType.Number => "a number",
        AttributeType.Boolean => "a boolean",
        AttributeType.Time => "a time in RFC 3339 format with a time zone",
        AttributeType.Location => "a location, an object with the numbers lat and lon",
        AttributeType.StringList => "a list of strings",
        AttributeType.NumberList => "a list of numbers",
        AttributeType.TimeList => "a list of times in RFC 3339 format with a time zone",
        _ => "a list of locations, objects with the numbers lat and lon",
    };

    private static bool TryReadList(JsonElement json, AttributeType type, out Value value)
    {
        value = Value.None;
        if (json.ValueKind != JsonValueKind.Array)
            return false;
        var list = new List<Value>(json.GetArrayLength());
        foreach (var element in json.EnumerateArray())
        {
            if (!TryRead(element, type, out var read))
                return false;
            list.Add(read);
        }

        value = Value.Of(list);
        return true;
    }

    private static Location? TryReadLocation(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.EnumerateObject().Count() == 2
        && TryReadDegrees(json, "lat"u8, 90, out var latitude)
        && TryReadDegrees(json, "lon"u8, 180, out var longitude)
            ? new Location(latitude, longitude)
            : null;

    private static bool TryReadDegrees(JsonElement json, ReadOnlySpan<byte> name, decimal limit, out decimal degrees)
    {
        degrees = 0;
        return json.TryGetProperty(name, out var member)
            && member.ValueKind == JsonValueKind.Number
            && member.TryGetDecimal(out degrees)
            && Math.Abs(degrees) <= limit;
    }
}
