using System.Text.Json.Serialization;
using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Writes points in time with their zone, UTC as <c>Z</c>.</summary>
internal sealed class Rfc3339Converter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Rfc3339.TryParse(reader.GetString()!, out var value) ? value : throw new JsonException("Not an RFC 3339 date-time.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Rfc3339.Format(value));
}
