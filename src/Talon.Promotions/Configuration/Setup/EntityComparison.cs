using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Talon.Promotions;

/// <summary>Compares entities by what was set up in them.</summary>
internal static class EntityComparison
{
    private static readonly string[] Stamps = ["created", "createdBy", "modified", "modifiedBy", "updated", "updatedBy", "activatedAt", "userId", "version"];

    /// <summary>Whether two versions of an entity differ in nothing but who changed it, when and how often.</summary>
    public static bool AreSame(EntityKind kind, IEntity? one, IEntity? other)
    {
        if (one is null || other is null || ReferenceEquals(one, other))
            return ReferenceEquals(one, other);
        return JsonNode.DeepEquals(Describe(kind, one), Describe(kind, other));
    }

    private static JsonNode Describe(EntityKind kind, IEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            kind.Write(writer, entity);
        var json = JsonNode.Parse(buffer.WrittenSpan)!;
        foreach (var stamp in Stamps)
            json.AsObject().Remove(stamp);
        return json;
    }
}
