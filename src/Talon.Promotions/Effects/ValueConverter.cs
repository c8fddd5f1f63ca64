using System.Text.Json;
using System.Text.Json.Serialization;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Writes a value of the rule language as JSON: times as RFC 3339, locations as latitude and longitude.</summary>
/// <remarks>Reading gives a string for a time: only its attribute's type tells the two apart.</remarks>
public sealed class ValueConverter : JsonConverter<Value>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Value Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => From(JsonElement.ParseValue(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Value value, JsonSerializerOptions options)
    {
        switch (value.Kind)
        {
            case ValueKind.String:
                writer.WriteStringValue(value.String);
                break;
            case ValueKind.Number:
                writer.WriteNumberValue(value.Number);
                break;
            case ValueKind.Boolean:
                writer.WriteBooleanValue(value.Boolean);
                break;
            case ValueKind.Time:
                writer.WriteStringValue(Rfc3339.Format(value.Time));
                break;
            case ValueKind.Location:
                writer.WriteStartObject();
                writer.WriteNumber("lat"u8, value.Location.Latitude);
                writer.WriteNumber("lon"u8, value.Location.Longitude);
                writer.WriteEndObject();
                break;
            case ValueKind.List:
                writer.WriteStartArray();
                foreach (var element in value.List)
                    Write(writer, element, options);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static Value From(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Value.Of(json.GetString()!),
        JsonValueKind.Number => Value.Of(json.GetDecimal()),
        JsonValueKind.True => Value.Of(true),
        JsonValueKind.False => Value.Of(false),
        JsonValueKind.Array => Value.Of(json.EnumerateArray().Select(From).ToList()),
        JsonValueKind.Object => Value.Of(new Location(json.GetProperty("lat"u8).GetDecimal(), json.GetProperty("lon"u8).GetDecimal())),
        _ => Value.None,
    };
}
