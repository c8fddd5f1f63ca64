using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Talon.CampaignTests;

/// <summary>The JSON schema of files of campaign tests, made from the types that read them.</summary>
public static class CampaignTestSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The schema as JSON.</summary>
    public static string Write()
    {
        var file = Of(typeof(CampaignTestFile)).AsObject();
        var settings = Of(typeof(SettingsInput));
        var facts = Of(typeof(FactsInput));
        var properties = file["properties"]!.AsObject();
        properties["settings"] = settings;
        properties["facts"] = facts;
        file.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        file.Insert(1, "title", "Campaign tests of Talon");
        return file.ToJsonString(Indented) + "\n";
    }

    private static JsonNode Of(Type type) => TestFileReader.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => node is JsonObject json && context.TypeInfo.Kind == System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.None ? Simple(json) : node,
    });

    /// <summary>Defaults of structs say nothing to a reader.</summary>
    private static JsonObject Simple(JsonObject json)
    {
        if (json["default"] is null)
            json.Remove("default");
        return json;
    }
}
