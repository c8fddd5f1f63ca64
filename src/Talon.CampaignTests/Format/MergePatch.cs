using System.Text.Json;
using System.Text.Json.Nodes;

namespace Talon.CampaignTests;

/// <summary>Changes to JSON as RFC 7396 has them: objects are merged, null removes, everything else replaces.</summary>
internal static class MergePatch
{
    public static JsonNode? Apply(JsonElement target, JsonElement patch)
    {
        var node = target.ValueKind == JsonValueKind.Undefined ? null : JsonSerializer.SerializeToNode(target);
        return patch.ValueKind == JsonValueKind.Undefined ? node : Merge(node, JsonSerializer.SerializeToNode(patch));
    }

    private static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
            return patch?.DeepClone();
        var result = target as JsonObject ?? [];
        foreach (var (name, change) in changes)
        {
            if (change is null)
                result.Remove(name);
            else
                result[name] = Merge(result[name]?.DeepClone(), change);
        }

        return result;
    }
}
