using System.Text.Json.Nodes;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Talon.Http;

/// <summary>Describes shapes as OpenAPI 3.1 has them: objects are described once and referred to, members carry their examples.</summary>
internal sealed class OpenApiSchemas : JsonSchemaWriter
{
    private readonly Dictionary<ObjectSchema, string> _names = [];
    private readonly List<ObjectSchema> _order = [];

    /// <summary>Every object that was referred to, and those that these refer to, by name.</summary>
    public IEnumerable<(string Name, JsonObject Schema)> Components()
    {
        for (var i = 0; i < _order.Count; i++)
            yield return (_names[_order[i]], DescribeObject(_order[i]));
    }

    /// <inheritdoc/>
    protected override JsonObject Inner(ObjectSchema schema) => new() { ["$ref"] = "#/components/schemas/" + NameOf(schema) };

    /// <inheritdoc/>
    protected override JsonObject Member(Property property)
    {
        var member = base.Member(property);
        if (SchemaExample.Written(property.Example) is { } example)
            member["examples"] = new JsonArray(example);
        return member;
    }

    /// <summary>Two objects of one name are told apart by a number.</summary>
    private string NameOf(ObjectSchema schema)
    {
        if (_names.TryGetValue(schema, out var known))
            return known;
        var name = schema.Name ?? "Object";
        for (var i = 2; _names.ContainsValue(name); i++)
            name = FormattableString.Invariant($"{schema.Name}_{i}");
        _order.Add(schema);
        return _names[schema] = name;
    }
}
