using System.Text.Json;

namespace Talon.Promotions;

/// <summary>JSON objects as attributes are stored: values stay as they were written.</summary>
internal static class JsonObject
{
    /// <summary>The object without members.</summary>
    public static JsonElement Empty { get; } = JsonElement.Parse("{}"u8);

    /// <summary>The members of both; those of <paramref name="changes"/> win, and one that is null is taken away.</summary>
    public static JsonElement Merge(JsonElement stored, JsonElement? changes)
    {
        if (changes is not { ValueKind: JsonValueKind.Object } over || !over.EnumerateObject().Any())
            return stored;
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var member in stored.EnumerateObject())
            {
                if (!over.TryGetProperty(member.Name, out _))
                    member.WriteTo(writer);
            }

            foreach (var member in over.EnumerateObject())
            {
                if (member.Value.ValueKind != JsonValueKind.Null)
                    member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
