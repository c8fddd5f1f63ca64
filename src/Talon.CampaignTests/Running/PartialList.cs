using System.Text.Json;
using System.Text.Json.Nodes;

namespace Talon.CampaignTests;

/// <summary>Compares a list of records, of which an expectation names only the members that matter; a bare text stands for one of them.</summary>
internal static class PartialList
{
    /// <summary>Compares the records with what is expected of them.</summary>
    /// <param name="where">The path.</param>
    /// <param name="expected">Objects of members to compare, or texts.</param>
    /// <param name="found">The records.</param>
    /// <param name="shorthand">The member that a bare text stands for.</param>
    /// <param name="findings">Differences are added here.</param>
    public static void Compare(string where, IReadOnlyList<JsonElement> expected, IEnumerable<JsonObject> found, string shorthand, Findings findings) =>
        ListComparison.Compare(where, [.. expected.Select(wanted => Spell(wanted, shorthand))], [.. found], findings, Matches, (here, wanted, actual) =>
        {
            foreach (var (name, value) in wanted!.AsObject())
                if (!JsonComparison.Same(value, actual![name]))
                    findings.Add($"{here}.{name}", JsonComparison.Show(value), JsonComparison.Show(actual[name]));
        });

    private static JsonObject Spell(JsonElement wanted, string shorthand) => wanted.ValueKind == JsonValueKind.Object
        ? JsonSerializer.SerializeToNode(wanted)!.AsObject()
        : new JsonObject { [shorthand] = JsonSerializer.SerializeToNode(wanted) };

    private static bool Matches(JsonNode? wanted, JsonNode? actual) =>
        wanted!.AsObject().All(member => JsonComparison.Same(member.Value, actual![member.Key]));
}
