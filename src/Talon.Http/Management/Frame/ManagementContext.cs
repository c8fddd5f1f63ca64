using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Talon.Http;

/// <summary>Reads inputs out of checked calls.</summary>
internal static class ManagementContext
{
    /// <summary>The checked body as an input; a member that is null counts as left out.</summary>
    public static T Input<T>(this OperationContext context, JsonTypeInfo<T> type)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var member in context.Body.EnumerateObject())
            {
                if (member.Value.ValueKind != JsonValueKind.Null)
                    member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return JsonSerializer.Deserialize(buffer.WrittenSpan, type)!;
    }
}
