using System.Text.Json;
using System.Text.Json.Serialization;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Writes an attribute type by its API name.</summary>
public sealed class AttributeTypeConverter : JsonConverter<AttributeType>
{
    /// <inheritdoc/>
    public override AttributeType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType == JsonTokenType.String ? AttributeTypeNames.Parse(reader.GetString()!) : null) ?? throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AttributeType value, JsonSerializerOptions options) =>
        writer.WriteStringValue(AttributeTypeNames.Of(value));
}
