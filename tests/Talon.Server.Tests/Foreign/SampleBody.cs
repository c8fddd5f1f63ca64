using System.Text.Json.Nodes;
using Talon.Http;

namespace Talon.Server.Tests;

/// <summary>Makes the smallest body that a schema admits, with ids out of a world.</summary>
/// <param name="known">The values of members by name; where there is none, any value will do.</param>
internal sealed class SampleBody(IReadOnlyDictionary<string, object> known)
{
    public string? Of(Operation operation) => operation.Request is { } schema ? Of(schema, "")!.ToJsonString() : null;

    private JsonNode? Of(Schema schema, string name) => schema switch
    {
        ObjectSchema fields => new JsonObject(fields.Properties.Where(field => field.IsRequired || known.ContainsKey(field.Name)).Select(field => KeyValuePair.Create(field.Name, Of(field.Schema, field.Name)))),
        ArraySchema list => new JsonArray([.. Enumerable.Range(0, Math.Max(list.MinItems, 1)).Select(_ => Of(list.Items, name))]),
        MapSchema => new JsonObject(),
        StringSchema text => known.GetValueOrDefault(name) as string ?? text.Enum?[0] ?? Text(text),
        IntegerSchema number => known.GetValueOrDefault(name) is long id ? id : Math.Max(number.Minimum, 1),
        NumberSchema amount => Math.Max(amount.Minimum ?? 1, 1),
        BooleanSchema => false,
        _ => 1,
    };

    private static string Text(StringSchema text) => text.Format switch
    {
        StringFormat.DateTime => "2026-01-01T00:00:00Z",
        StringFormat.Uuid => "68851723-e6fa-488f-ace9-112581e6c19b",
        _ => text.Pattern is null ? new string('x', Math.Max(text.MinLength, 1)) : "30",
    };
}
