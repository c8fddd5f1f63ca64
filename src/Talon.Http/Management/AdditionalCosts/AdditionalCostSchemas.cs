namespace Talon.Http;

/// <summary>The published shapes of additional costs.</summary>
/// <remarks>Source: Management API 26.16.</remarks>
internal static class AdditionalCostSchemas
{
    /// <summary>An additional cost to be.</summary>
    public static readonly ObjectSchema New = new("NewAdditionalCost", "An additional cost to be.")
    {
        Properties =
        [
            Property.Required("name", "API name.", ManagementFields.ApiName, "shippingFee"),
            Property.Required("title", "Display name.", ManagementFields.StrictTitle, "Shipping fee"),
            Property.Required("description", "Free text.", StringSchema.Text, "A shipping fee"),
            ManagementFields.Subscriptions,
            Property.Optional("type", "What may carry it.", new StringSchema { Enum = ["session", "item", "both"], Default = "session" }, "session"),
        ],
    };

    /// <summary>An additional cost.</summary>
    public static readonly ObjectSchema Cost = New.With("AccountAdditionalCost", "An additional cost.", [.. Fields.Entity, ManagementFields.Account]);
}
