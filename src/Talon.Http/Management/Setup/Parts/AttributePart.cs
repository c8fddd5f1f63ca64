using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Attributes in files. Their identity is their entity, event type and name.</summary>
internal static class AttributePart
{
    private const string Catalogs = "subscribedCatalogs";

    public static readonly SetupPart Part = new SetupPart<EntityAttribute, AttributeInput, AttributeBody>(
        "attributes",
        "attribute",
        AttributeSchemas.New.ForFiles(
            "SetupAttribute",
            ["entity", "name", "title", "type"],
            ["subscribedApplicationsIds", "subscribedCatalogsIds"],
            Property.Optional("editable", "Whether it may be changed.", new BooleanSchema { Default = true }, true),
            Property.Optional(Catalogs, "The names of the catalogs where it exists.", new ArraySchema(ManagementFields.Name)),
            SetupSchemas.Restricted),
        () => ManagementInputJson.Api.AttributeInput,
        () => ManagementJson.Api.AttributeBody)
    {
        References = [new("subscribedCatalogsIds", Catalogs, "catalog", CatalogPart.Names)],
        Subscriptions = "subscribedApplicationsIds",
        Entities = view => view.Configuration.Attributes,
        Body = (attribute, view) => AttributeBody.From(attribute, view.Configuration),
        Identity = Name,
        Complete = (json, _) => json.Remove("eventTypeId"),
        CreateAsync = (run, input, cancellation) => run.Account.Attributes.CreateAsync(input, cancellation),
        UpdateAsync = (run, id, input, cancellation) => run.Account.Attributes.UpdateAsync(id, input, cancellation),
    };

    private static string Name(JsonElement json) => json.TryGetProperty("eventType"u8, out var type)
        ? $"{json.GetProperty("entity"u8).GetString()}.{type.GetString()}.{json.GetProperty("name"u8).GetString()}"
        : $"{json.GetProperty("entity"u8).GetString()}.{json.GetProperty("name"u8).GetString()}";
}
