using System.Text.Json;
using System.Text.Json.Nodes;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Talon.Http;

/// <summary>Puts an example of a whole body together from the examples of its members.</summary>
internal static class SchemaExample
{
    private const int Deepest = 8;

    /// <summary>An example that the schema admits: with all members that have one, else with the required ones; null for none.</summary>
    public static JsonElement? Of(Schema schema) => Checked(schema, all: true) ?? Checked(schema, all: false);

    /// <summary>An example that is written out with a member, as JSON; null for none.</summary>
    public static JsonNode? Written(object? example) => example switch
    {
        null => null,
        string text => text,
        bool flag => flag,
        decimal number => number,
        _ => Convert.ToInt64(example, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static JsonElement? Checked(Schema schema, bool all)
    {
        if (Value(schema, all, 0) is not { } node)
            return null;
        var example = JsonElement.Parse(node.ToJsonString());
        var findings = new Findings(answer: true);
        schema.Check(example, findings);
        return findings.Problems.Count == 0 ? example : null;
    }

    private static JsonNode? Value(Schema schema, bool all, int depth) => schema switch
    {
        _ when depth > Deepest => null,
        ObjectSchema fields => Object(fields, all, depth),
        ArraySchema list => Value(list.Items, all, depth + 1) is { } item ? new JsonArray(item) : new JsonArray(),
        MapSchema => new JsonObject(),
        StringSchema { Enum: [var first, ..] } => first,
        StringSchema { Format: StringFormat.DateTime } => "2026-06-10T09:05:27.993483Z",
        StringSchema { Format: StringFormat.Uuid } => "68851723-e6fa-488f-ace9-112581e6c19b",
        StringSchema => "text",
        IntegerSchema number => Math.Max(number.Minimum, 1),
        NumberSchema number => Math.Max(number.Minimum ?? 1, 1),
        BooleanSchema => true,
        _ => null,
    };

    private static JsonObject Object(ObjectSchema schema, bool all, int depth)
    {
        var members = new JsonObject();
        foreach (var property in schema.Properties.Where(property => property.IsRequired || (all && property.Example is not null)))
            members[property.Name] = Written(property.Example) ?? Value(property.Schema, all, depth + 1);
        return members;
    }
}
