using System.Text.Json.Nodes;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Talon.Http;

/// <summary>Describes shapes in the words of JSON Schema 2020-12, for editors and other tools.</summary>
internal class JsonSchemaWriter
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>The JSON schema of a file.</summary>
    public static JsonObject Write(ObjectSchema schema)
    {
        var json = new JsonSchemaWriter().DescribeObject(schema);
        json.Insert(0, "$schema", Dialect);
        return json;
    }

    /// <summary>Describes a shape where it stands; what the member says of it comes before what it says of itself.</summary>
    public JsonObject Describe(Schema schema, Property? property = null)
    {
        var json = schema switch
        {
            ObjectSchema map => Inner(map),
            ArraySchema list => List(list),
            MapSchema map => new() { ["type"] = "object", ["additionalProperties"] = Describe(map.Values) },
            StringSchema text => Text(text),
            IntegerSchema integer => With(new() { ["type"] = "integer" }, ("minimum", integer.Minimum), ("maximum", integer.Maximum), ("default", integer.Default)),
            NumberSchema number => With(new() { ["type"] = "number" }, ("minimum", number.Minimum), ("maximum", number.Maximum)),
            BooleanSchema boolean => With(new() { ["type"] = "boolean" }, ("default", boolean.Default)),
            _ => [],
        };
        return Described(json, property?.Description ?? (schema is ObjectSchema ? null : schema.Description));
    }

    /// <summary>Describes an object with its members.</summary>
    protected JsonObject DescribeObject(ObjectSchema schema)
    {
        var json = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(schema.Properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)Member(property)))),
        };
        if (schema.Properties.Any(property => property.IsRequired))
            json["required"] = Names(schema.Properties.Where(property => property.IsRequired).Select(property => property.Name));
        if (schema.Closed)
            json["additionalProperties"] = false;
        return Described(json, schema.Description);
    }

    /// <summary>What stands for an object inside another shape: the object itself.</summary>
    protected virtual JsonObject Inner(ObjectSchema schema) => DescribeObject(schema);

    /// <summary>What stands for a member.</summary>
    protected virtual JsonObject Member(Property property) => Describe(property.Schema, property);

    private JsonObject List(ArraySchema schema)
    {
        var json = new JsonObject { ["type"] = "array", ["items"] = Describe(schema.Items) };
        return With(json, ("minItems", schema.MinItems > 0 ? schema.MinItems : null), ("maxItems", schema.MaxItems));
    }

    private static JsonObject Text(StringSchema schema)
    {
        var json = With(
            new() { ["type"] = "string" },
            ("minLength", schema.MinLength > 0 ? schema.MinLength : null),
            ("maxLength", schema.MaxLength),
            ("pattern", schema.Pattern),
            ("format", schema.Format switch { StringFormat.DateTime => "date-time", StringFormat.Uuid => "uuid", _ => null }),
            ("default", schema.Default));
        if ((schema.Enum ?? schema.Choices) is { } choices)
            json["enum"] = Names(choices);
        return json;
    }

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Select(name => (JsonNode)name)];

    private static JsonObject Described(JsonObject json, string? description)
    {
        if (description is null)
            return json;
        json.Remove("description");
        json.Insert(0, "description", description);
        return json;
    }

    private static JsonObject With(JsonObject json, params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        foreach (var (name, value) in members)
        {
            if (value is not null)
                json[name] = value;
        }

        return json;
    }
}
