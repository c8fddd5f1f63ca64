using System.Text.Json;
using System.Text.Json.Nodes;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Talon.Http;

/// <summary>Values that a schema admits, as unlike each other as it lets them be.</summary>
internal static class SchemaChoices
{
    private static readonly string[] Texts =
    [
        "Quelle_7f3a9c", "q", "30D", "1970-01-01T00:00:00Z", "2199-12-31T00:00:00Z", "1c9d4f0e-6a35-4f0b-8a57-0d6f3f2b7c11", "q7f3a9c@example.com",
        "https://example.com/q7f3a9c", "Europe/Berlin", "EUR", "####-####", "10.7.3.0/24", "0",
    ];

    /// <summary>What may stand at a place of a body; null among it for nothing. Empty when nobody knows.</summary>
    /// <param name="schema">The schema of the body.</param>
    /// <param name="path">The way there.</param>
    public static IReadOnlyList<JsonNode?> At(Schema schema, ReadOnlySpan<string> path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            var (inside, mayBeLeftOut) = Step(schema, path[i]);
            if (i == path.Length - 1)
                return [.. mayBeLeftOut ? new JsonNode?[] { null } : [], .. inside is null ? [] : Of(inside)];
            if (inside is null)
                return [];
            schema = inside;
        }

        return [];
    }

    private static (Schema? Inside, bool MayBeLeftOut) Step(Schema schema, string name) => schema switch
    {
        ObjectSchema fields => fields.Properties.FirstOrDefault(property => property.Name == name) is { } property ? (property.Schema, !property.IsRequired) : (null, true),
        ArraySchema list => (list.Items, false),
        MapSchema map => (map.Values, true),
        _ => (null, false),
    };

    private static IEnumerable<JsonNode> Of(Schema schema) => Candidates(schema).Where(candidate =>
    {
        var findings = new Findings();
        schema.Check(JsonSerializer.SerializeToElement(candidate, NodeJson.Default.JsonNode), findings);
        return findings.Problems.Count == 0;
    });

    private static IEnumerable<JsonNode> Candidates(Schema schema) => schema switch
    {
        StringSchema text => (text.Enum ?? [.. Texts, new string('q', text.MinLength)]).Select(value => (JsonNode)JsonValue.Create(value)),
        IntegerSchema number => new[] { Math.Max(1, number.Minimum), number.Minimum, number.Maximum }.Distinct().Select(value => (JsonNode)JsonValue.Create(value)),
        NumberSchema number => new[] { Math.Max(1, number.Minimum ?? 1), number.Minimum ?? 0, number.Maximum ?? 1_000_000 }.Distinct().Select(value => (JsonNode)JsonValue.Create(value)),
        BooleanSchema => [JsonValue.Create(false), JsonValue.Create(true)],
        ArraySchema { MinItems: 0 } => [new JsonArray()],
        ArraySchema list => Of(list.Items).Take(2).Select(item => (JsonNode)new JsonArray([.. Enumerable.Range(0, list.MinItems).Select(_ => item.DeepClone())])),
        MapSchema => [new JsonObject()],
        ObjectSchema fields => Objects(fields),
        _ => [new JsonObject(), JsonValue.Create("q")],
    };

    /// <summary>Two objects of the required members alone.</summary>
    private static IEnumerable<JsonNode> Objects(ObjectSchema fields)
    {
        var members = fields.Properties.Where(property => property.IsRequired).Select(property => (property.Name, Choices: Of(property.Schema).Take(2).ToList())).ToList();
        if (members.Exists(member => member.Choices.Count == 0))
            yield break;
        for (var i = 0; i < 2; i++)
            yield return new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Choices[i % member.Choices.Count].DeepClone())));
    }
}
