using System.Text.Json.Nodes;

namespace Talon.Http;

/// <summary>What a set-up changes of one thing.</summary>
/// <param name="Action">create, update or delete.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Differences">For an update, what is different.</param>
internal sealed record SetupChange(string Action, string Kind, string Name, IReadOnlyList<SetupDifference> Differences)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["action"] = Action, ["kind"] = Kind, ["name"] = Name };
        if (Differences.Count > 0)
            json["differences"] = new JsonArray([.. Differences.Select(difference => (JsonNode)difference.ToJson())]);
        return json;
    }
}

/// <summary>A value that is different.</summary>
/// <param name="Pointer">Where it is.</param>
/// <param name="Before">The value in the store; null for none.</param>
/// <param name="After">The value to be; null for none.</param>
internal sealed record SetupDifference(string Pointer, JsonNode? Before, JsonNode? After)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["pointer"] = Pointer };
        if (Before is not null)
            json["before"] = Before.DeepClone();
        if (After is not null)
            json["after"] = After.DeepClone();
        return json;
    }
}
