using System.Text.Json;
using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>A string that holds JSON text, written and read as that JSON.</summary>
internal sealed class RawJsonConverter : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonElement.ParseValue(ref reader).GetRawText();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteRawValue(value);
}
