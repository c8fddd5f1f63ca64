using System.Text.Json;
using System.Text.Json.Nodes;

namespace Talon.Http;

/// <summary>Brings JSON into the form of files.</summary>
internal static class SetupJson
{
    /// <summary>The members that a schema knows, in its order, without those that say no more than being left out.</summary>
    public static JsonObject Pick(ObjectSchema schema, JsonObject json)
    {
        var picked = new JsonObject();
        foreach (var property in schema.Properties)
        {
            if (json[property.Name] is { } value && !SaysNothing(property, value))
                picked[property.Name] = value.DeepClone();
        }

        return picked;
    }

    private static bool SaysNothing(Property property, JsonNode value) => !property.IsRequired && value switch
    {
        JsonArray list => list.Count == 0,
        JsonObject map => map.Count == 0,
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>() == ((property.Schema as StringSchema)?.Default ?? ""),
            JsonValueKind.True => property.Schema is BooleanSchema { Default: true },
            JsonValueKind.False => property.Schema is BooleanSchema { Default: false },
            JsonValueKind.Number => property.Schema is IntegerSchema { Default: { } whenLeftOut } && value.AsValue().TryGetValue<long>(out var number) && number == whenLeftOut,
            _ => false,
        },
    };
}
