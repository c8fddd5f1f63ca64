using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Talon.Http;

/// <summary>What a set-up would change, or has changed.</summary>
/// <param name="ApplicationId">The Application; null for one that is not there yet.</param>
/// <param name="Changes">The changes.</param>
/// <param name="Extra">What is in the store and not in the set-up, and stays.</param>
internal sealed record SetupPlan(long? ApplicationId, IReadOnlyList<SetupChange> Changes, IReadOnlyList<(string Kind, string Name)> Extra)
{
    /// <summary>Names these changes: the same for the same ones.</summary>
    public string Token() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Changes.Select(change => change.ToJson().ToJsonString())))))[..16];

    public JsonObject ToJson(bool applied, long version)
    {
        var json = new JsonObject { ["applied"] = applied, ["plan"] = Token(), ["version"] = version };
        if (ApplicationId is { } id)
            json["applicationId"] = id;
        json["changes"] = new JsonArray([.. Changes.Select(change => (JsonNode)change.ToJson())]);
        json["extra"] = new JsonArray([.. Extra.Select(extra => (JsonNode)new JsonObject { ["kind"] = extra.Kind, ["name"] = extra.Name })]);
        return json;
    }
}
