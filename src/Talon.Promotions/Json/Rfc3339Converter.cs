using System.Text.Json;
using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>Points in time as <see cref="Rfc3339"/> reads and writes them.</summary>
public sealed class Rfc3339Converter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Rfc3339.TryParse(reader.GetString()!, out var value) ? value : throw new JsonException("Not an RFC 3339 date-time.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Rfc3339.Format(value));
}
