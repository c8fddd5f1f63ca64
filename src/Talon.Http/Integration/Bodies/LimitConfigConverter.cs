using System.Text.Json;
using System.Text.Json.Serialization;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Writes a budget without the id that only the application knows.</summary>
internal sealed class LimitConfigConverter : JsonConverter<LimitConfig>
{
    public override LimitConfig Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Budgets are read out of checked requests.");

    public override void Write(Utf8JsonWriter writer, LimitConfig value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("action"u8, value.Action);
        writer.WriteNumber("limit"u8, value.Limit);
        if (value.Period is { } period)
            writer.WriteString("period"u8, period);
        writer.WriteStartArray("entities"u8);
        foreach (var entity in value.Entities)
            writer.WriteStringValue(entity);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
