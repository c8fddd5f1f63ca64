namespace Talon.Http;

/// <summary>The published shapes of stores.</summary>
/// <remarks>Source: Management API 26.16.</remarks>
internal static class StoreSchemas
{
    private static readonly IReadOnlyList<Property> Settings =
    [
        Property.Required("name", "Display name.", new StringSchema { MinLength = 1, MaxLength = 200 }, "South US store"),
        Property.Required("description", "Free text.", StringSchema.Text, "This is the description of the store in south US."),
        Property.Optional("attributes", "Custom attributes.", MapSchema.Free),
    ];

    private static readonly Property IntegrationId = Property.Required("integrationId", "The integrator's id; it never changes.", StringSchema.IntegrationId, "STORE-001");

    /// <summary>A store to be.</summary>
    public static readonly ObjectSchema New = new("NewStore", "A store to be.") { Properties = [.. Settings, IntegrationId] };

    /// <summary>What a store is to be from now on.</summary>
    public static readonly ObjectSchema Update = new("UpdateStore", "What a store is to be from now on.") { Properties = [.. Settings, IntegrationId with { IsRequired = false }] };

    /// <summary>A store.</summary>
    public static readonly ObjectSchema Store = New.With(
        "Store",
        "A store.",
        [
            .. Fields.Entity,
            Property.Required("applicationId", "The owning Application.", Fields.Id, 322),
            Property.Required("updated", "When it was last changed.", StringSchema.DateTime, "2026-06-10T09:05:27.993483Z"),
            Property.Optional("linkedCampaignIds", "Campaigns linked to it.", new ArraySchema(Fields.Id)),
        ]);
}
