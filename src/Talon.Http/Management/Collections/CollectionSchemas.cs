namespace Talon.Http;

/// <summary>The published shapes of collections.</summary>
/// <remarks>Source: Management API 26.16.</remarks>
internal static class CollectionSchemas
{
    private static readonly Property Name = Property.Required("name", "Unique in the account, or in its campaign; it never changes.", ManagementFields.PrintableName, "Nike shoes");
    private static readonly Property Description = Property.Optional("description", "Free text.", StringSchema.Text, "My collection of SKUs");

    /// <summary>A collection of the account to be.</summary>
    public static readonly ObjectSchema New = new("NewCollection", "A collection of the account to be.") { Properties = [Name, Description, ManagementFields.Subscriptions] };

    /// <summary>What a collection of the account is to be from now on.</summary>
    public static readonly ObjectSchema Update = new("UpdateCollection", "What a collection of the account is to be from now on.")
    {
        Properties = [Name with { IsRequired = false }, Description, ManagementFields.Subscriptions],
    };

    /// <summary>A collection of a campaign to be.</summary>
    public static readonly ObjectSchema NewOfCampaign = new("NewCampaignCollection", "A collection of a campaign to be.") { Properties = [Name, Description] };

    /// <summary>What a collection of a campaign is to be from now on.</summary>
    public static readonly ObjectSchema UpdateOfCampaign = new("UpdateCampaignCollection", "What a collection of a campaign is to be from now on.")
    {
        Properties = [Name with { IsRequired = false }, Description],
    };

    /// <summary>A collection.</summary>
    public static readonly ObjectSchema Collection = New.With(
        "Collection",
        "A collection.",
        [
            .. Fields.Entity,
            ManagementFields.Account,
            Property.Required("modified", "When it was last changed.", StringSchema.DateTime, "2026-06-10T09:05:27.993483Z"),
            Property.Optional("modifiedBy", "Who changed it last.", Fields.Id, 48),
            Property.Required("createdBy", "Who created it.", Fields.Id, 134),
            Property.Optional("applicationId", "The Application of the owning campaign.", Fields.Id, 1),
            Property.Optional("campaignId", "The owning campaign.", Fields.Id, 7),
            Property.Optional("payload", "The first items.", new ArraySchema(StringSchema.Text) { MaxItems = 50 }),
        ]);

    /// <summary>A page of items.</summary>
    public static readonly ObjectSchema Items = Page.Continued("CollectionItems", new ObjectSchema("CollectionItem", "An item.")
    {
        Properties = [Property.Required("item", "The item.", StringSchema.Text, "SKU-123")],
    });

    /// <summary>What an import did.</summary>
    public static readonly ObjectSchema Import = new("Import", "What an import did.")
    {
        Properties =
        [
            .. Fields.Entity,
            ManagementFields.Account,
            Property.Required("userId", "Who made it.", Fields.Id, 388),
            Property.Required("entity", "What was imported.", StringSchema.Text, "Collection"),
            Property.Required("amount", "How many.", Fields.Count, 10),
        ],
    };
}
