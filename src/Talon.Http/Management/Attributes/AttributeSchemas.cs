using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>The published shapes of attributes.</summary>
/// <remarks>Source: Management API 26.16. The type of a list is also accepted without its space.</remarks>
internal static class AttributeSchemas
{
    /// <summary>The names of the entities.</summary>
    public static readonly IReadOnlyList<string> Entities = Enum.GetNames<AttributeEntity>();

    /// <summary>The names of the types, as they are accepted.</summary>
    public static readonly IReadOnlyList<string> Types =
        [.. AttributeTypeNames.All, .. AttributeTypeNames.All.Where(name => name.Contains(' ')).Select(name => name.Replace(" ", "", StringComparison.Ordinal))];

    /// <summary>An attribute to be.</summary>
    public static readonly ObjectSchema New = new("NewAttribute", "An attribute to be.")
    {
        Properties =
        [
            Property.Required("entity", "The entity that carries it.", new StringSchema { Enum = Entities }, "CustomerSession"),
            Property.Optional("eventType", "For attributes of events, the event type.", new StringSchema { MinLength = 1, MaxLength = 255 }, "pageViewed"),
            Property.Required("name", "API name.", ManagementFields.ApiName, "shippingCity"),
            Property.Required("title", "Display name.", ManagementFields.StrictTitle, "Shipping city"),
            Property.Required("type", "The type of its values.", new StringSchema { Enum = Types }, "string"),
            Property.Required("description", "Free text.", StringSchema.Text, "Where the order goes"),
            Property.Required("suggestions", "Suggested values.", new ArraySchema(new StringSchema { MinLength = 1 }) { MaxItems = 50 }),
            Property.Optional("hasAllowedList", "Whether an allowed list takes the place of the suggestions.", new BooleanSchema { Default = false }, false),
            Property.Optional("restrictedBySuggestions", "Whether only suggested values are accepted.", new BooleanSchema { Default = false }, false),
            Property.Required("editable", "Whether it may be changed.", new BooleanSchema(), true),
            ManagementFields.Subscriptions,
            Property.Optional("subscribedCatalogsIds", "The catalogs where it exists.", new ArraySchema(Fields.Id)),
            Property.Optional("allowedSubscriptions", "For cart items: application, catalog or both.", new ArraySchema(new StringSchema { Enum = ["application", "catalog"] }) { MaxItems = 2 }),
        ],
    };

    /// <summary>An attribute.</summary>
    public static readonly ObjectSchema Attribute = New.With(
        "Attribute",
        "An attribute.",
        [
            .. Fields.Entity,
            ManagementFields.Account,
            Property.Required("type", "The type of its values.", new StringSchema { Enum = AttributeTypeNames.All }, "string"),
            Property.Optional("eventTypeId", "The event type.", Fields.Id, 22),
        ]);
}
