using System.Text.Json.Nodes;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Finds out what is different between two set-ups.</summary>
internal static class SetupComparison
{
    private const int MostDifferences = 100;

    /// <summary>What changes to get to a set-up.</summary>
    /// <param name="settings">The settings of the Application before; null for one that is not there yet.</param>
    /// <param name="known">What there was before.</param>
    /// <param name="after">The set-up to be.</param>
    public static IReadOnlyList<SetupChange> Compare(JsonObject? settings, IReadOnlyDictionary<SetupPart, Dictionary<string, SetupEntity>> known, SetupView after)
    {
        List<SetupChange> changes = [];
        Add(changes, "application", after.Application.Name, settings, ApplicationPart.Read(after), false);
        foreach (var part in SetupParts.All)
        {
            var now = part.Read(after).ToDictionary(entity => entity.Name);
            foreach (var name in known[part].Keys.Union(now.Keys).Order(StringComparer.Ordinal))
            {
                var (before, then) = (known[part].GetValueOrDefault(name), now.GetValueOrDefault(name));
                Add(changes, part.Noun, name, before?.Json, then?.Json, before?.Hidden != then?.Hidden);
            }
        }

        return changes;
    }

    private static void Add(List<SetupChange> changes, string kind, string name, JsonObject? before, JsonObject? after, bool secretly)
    {
        if (before is null || after is null)
        {
            changes.Add(new(before is null ? "create" : "delete", kind, name, []));
            return;
        }

        List<SetupDifference> differences = [];
        Compare("", before, after, differences);
        if (secretly)
            differences.Add(new("", "a secret", "another secret"));
        if (differences.Count > 0)
            changes.Add(new("update", kind, name, differences.Count <= MostDifferences ? differences : [.. differences.Take(MostDifferences), new("", null, $"and {differences.Count - MostDifferences} more")]));
    }

    private static void Compare(string pointer, JsonNode? before, JsonNode? after, List<SetupDifference> differences)
    {
        if (JsonNode.DeepEquals(before, after))
            return;
        switch (before, after)
        {
            case (JsonObject one, JsonObject other):
                foreach (var name in one.Select(member => member.Key).Union(other.Select(member => member.Key)))
                    Compare(JsonPointer.Append(pointer, name), one[name], other[name], differences);
                break;
            case (JsonArray one, JsonArray other) when one.Concat(other).All(element => element is JsonObject):
                for (var i = 0; i < Math.Max(one.Count, other.Count); i++)
                    Compare(JsonPointer.Append(pointer, i), i < one.Count ? one[i] : null, i < other.Count ? other[i] : null, differences);
                break;
            case (JsonArray one, JsonArray other) when one.Concat(other).All(element => element is JsonValue):
                CompareSets(pointer, one, other, differences);
                break;
            default:
                differences.Add(new(pointer, before, after));
                break;
        }
    }

    /// <summary>Lists of plain values are told by what comes and goes, or else by their order.</summary>
    private static void CompareSets(string pointer, JsonArray before, JsonArray after, List<SetupDifference> differences)
    {
        var old = before.Select(value => value!.ToJsonString()).ToHashSet();
        var now = after.Select(value => value!.ToJsonString()).ToHashSet();
        if (before.Count < 8 || old.SetEquals(now))
        {
            differences.Add(new(pointer, before, after));
            return;
        }

        differences.AddRange(before.Where(value => !now.Contains(value!.ToJsonString())).Select(value => new SetupDifference(pointer, value, null)));
        differences.AddRange(after.Where(value => !old.Contains(value!.ToJsonString())).Select(value => new SetupDifference(pointer, null, value)));
    }
}
