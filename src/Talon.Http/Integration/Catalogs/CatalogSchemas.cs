using System.Text.Json;

namespace Talon.Http;

/// <summary>The published shapes of catalogs and of their syncs.</summary>
/// <remarks>Source: Integration API 26.16, <c>syncCatalog</c>.</remarks>
internal static class CatalogSchemas
{
    /// <summary>Most actions of one sync.</summary>
    public const int MostActions = 1000;

    private static readonly StringSchema Sku = new() { MinLength = 1, MaxLength = 1000 };
    private static readonly Property Price = Property.Optional("price", "Price of one unit; kept when left out.", Fields.Amount, 99.99m);
    private static readonly Property Attributes = Property.Optional("attributes", "Attributes of cart items.", MapSchema.Free);
    private static readonly ObjectSchema ProductSchema = new("Product", "The product that an item belongs to.") { Properties = [Property.Required("name", "Product name.", StringSchema.Text, "sneaker")] };
    private static readonly Property Product = Property.Optional("product", "The product; taken away when left out.", ProductSchema);
    private static readonly Property ItemSku = Property.Required("sku", "The item.", Sku, "SKU1241028");

    private static readonly ObjectSchema Filter = new("CatalogActionFilter", "A condition on an attribute of an item.")
    {
        Properties =
        [
            Property.Required("attr", "The attribute.", StringSchema.Text, "color"),
            Property.Required("op", "How it is compared; LT, LE, GT and GE compare numbers.", new StringSchema { Enum = ["EQ", "LT", "LE", "GT", "GE", "IN"] }, "EQ"),
            Property.Required("value", "What it is compared with; for IN a list, or values separated by commas.", AnySchema.Instance, "blue"),
        ],
    };

    private static readonly Property Filters = Property.Optional("filters", "Which items; all conditions must hold, and without any all items are meant.", new ArraySchema(Filter));

    private static readonly ObjectSchema Adjustment = new("NewPriceAdjustment", "A price that holds for some time.")
    {
        Properties =
        [
            Property.Required("priceType", "The price type.", new StringSchema { MinLength = 1, MaxLength = 255 }, "member"),
            Property.Optional("price", "The price; null when the type no longer applies.", Fields.Amount, 100),
            Property.Required("referenceId", "The caller's reference.", new StringSchema { MinLength = 1, MaxLength = 1000 }, "68851723-e6fa-488f-ace9-112581e6c19b"),
            Property.Optional("contextId", "The occasion.", new StringSchema { MaxLength = 1000 }, "Summer2026"),
            Property.Optional("calculatedAt", "When it was calculated; of several that hold the latest counts.", StringSchema.DateTime, "2026-09-12T10:12:42Z"),
            Property.Optional("effectiveFrom", "Holds from then on.", StringSchema.DateTime, "2026-09-12T10:12:42Z"),
            Property.Optional("effectiveUntil", "Holds until then.", StringSchema.DateTime, "2026-10-12T10:12:42Z"),
        ],
    };

    /// <summary>The payload of each type of action.</summary>
    public static readonly IReadOnlyDictionary<string, ObjectSchema> Payloads = new Dictionary<string, ObjectSchema>
    {
        ["ADD"] = new("AddItemCatalogAction", "An item to add.") { Properties = [ItemSku, Price, Attributes, Product, Property.Optional("replaceIfExists", "Replace an item that is there.", new BooleanSchema { Default = false }, false)] },
        ["PATCH"] = new("PatchItemCatalogAction", "An item to change.") { Properties = [ItemSku, Price, Attributes, Product, Property.Optional("createIfNotExists", "Create an item that is not there.", new BooleanSchema { Default = false }, false)] },
        ["PATCH_MANY"] = new("PatchManyItemsCatalogAction", "Items to change.") { Properties = [Price, Filters, Attributes] },
        ["REMOVE"] = new("RemoveItemCatalogAction", "An item to remove.") { Properties = [ItemSku] },
        ["REMOVE_MANY"] = new("RemoveManyItemsCatalogAction", "Items to remove.") { Properties = [Filters] },
        ["ADD_PRICE_ADJUSTMENT"] = new("AddPriceAdjustmentCatalogAction", "Adjustments of the price of an item.")
        {
            Properties = [ItemSku, Property.Required("adjustments", "The adjustments.", new ArraySchema(Adjustment) { MinItems = 1, MaxItems = 100 })],
        },
    };

    private static readonly ObjectSchema Action = new("CatalogAction", "One action; its payload is that of its type.")
    {
        Properties =
        [
            Property.Required("type", "What is done.", new StringSchema { Enum = [.. Payloads.Keys] }, "ADD"),
            Property.Required("payload", "What it is done with.", MapSchema.Free),
        ],
        Rule = CheckPayload,
    };

    /// <summary>A sync.</summary>
    public static readonly ObjectSchema Sync = new("CatalogSyncRequest", "Actions on a catalog, all of one type, each on another SKU.")
    {
        Properties =
        [
            Property.Required("actions", "The actions.", new ArraySchema(Action) { MinItems = 1, MaxItems = MostActions }),
            Property.Optional("version", "The version of the catalog that they are meant for.", new IntegerSchema { Minimum = 1 }, 244),
        ],
    };

    /// <summary>A catalog to be.</summary>
    public static readonly ObjectSchema New = new("NewCatalog", "A catalog to be.")
    {
        Properties =
        [
            Property.Required("name", "Display name, unique.", ManagementFields.Name, "seafood"),
            Property.Required("description", "Free text.", StringSchema.Text, "seafood catalog"),
            Property.Optional("subscribedApplicationsIds", "The Applications whose carts it fills; empty for all.", new ArraySchema(Fields.Id)),
        ],
    };

    /// <summary>A catalog.</summary>
    public static readonly ObjectSchema Catalog = New.With(
        "Catalog",
        "A catalog.",
        [
            .. Fields.Entity,
            ManagementFields.Account,
            Property.Required("modified", "When it was last changed.", StringSchema.DateTime, "2026-09-12T10:12:42Z"),
            Property.Required("version", "Counts syncs, from 1 for an empty catalog.", new IntegerSchema { Minimum = 1 }, 6),
            Property.Required("createdBy", "Who created it.", Fields.Id, 6),
        ]);

    private static readonly ObjectSchema ItemAttribute = new("ItemAttribute", "An attribute of an item.")
    {
        Properties = [Property.Required("attributeid", "The attribute.", Fields.Id, 6), Property.Required("name", "Its name.", StringSchema.Text, "color"), Property.Required("value", "Its value.", AnySchema.Instance, "blue")],
    };

    /// <summary>An item.</summary>
    public static readonly ObjectSchema Item = new("CatalogItem", "An item of a catalog.")
    {
        Properties =
        [
            .. Fields.Entity,
            Property.Required("sku", "Stock keeping unit.", StringSchema.Text, "SKU1241028"),
            Property.Required("catalogid", "The catalog.", Fields.Id, 6),
            Property.Required("version", "The catalog's version that changed it last.", new IntegerSchema { Minimum = 1 }, 5),
            Property.Optional("price", "Price of one unit.", Fields.Amount, 99.99m),
            Property.Optional("product", "The product.", ProductSchema),
            Property.Optional("attributes", "Its attributes.", new ArraySchema(ItemAttribute)),
        ],
    };

    private static void CheckPayload(JsonElement action, Findings findings)
    {
        if (!action.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || !Payloads.TryGetValue(type.GetString()!, out var schema) || !action.TryGetProperty("payload", out var payload) || payload.ValueKind != JsonValueKind.Object)
            return;
        findings.Enter("payload");
        schema.Check(payload, findings);
        findings.Leave();
    }
}
