using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Talon.Promotions;

/// <summary>Tells versions of an entity apart: the same text for the same content, another one after any change.</summary>
public static class EntityTag
{
    private const int Length = 16;

    /// <summary>The tag of an entity as it is, in double quotes as HTTP has it.</summary>
    public static string Of<T>(EntityKind<T> kind, T entity)
        where T : class, IEntity
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
            kind.Write(writer, entity);
        return $"\"{Convert.ToHexStringLower(SHA256.HashData(json.WrittenSpan))[..Length]}\"";
    }

    /// <summary>Whether the value of an <c>If-Match</c> header admits a tag.</summary>
    public static bool Matches(string header, string tag) =>
        header.Split(',').Select(part => part.Trim()).Any(part => part == "*" || part == tag);
}
