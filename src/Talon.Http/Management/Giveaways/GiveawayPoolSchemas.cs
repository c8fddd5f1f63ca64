namespace Talon.Http;

/// <summary>The published shapes of giveaway pools.</summary>
/// <remarks>Source: Management API 26.16.</remarks>
internal static class GiveawayPoolSchemas
{
    /// <summary>A giveaway pool to be.</summary>
    public static readonly ObjectSchema New = new("NewGiveawaysPool", "A pool of codes that rules hand out, each once.")
    {
        Properties =
        [
            Property.Required("name", "Unique in the account.", ManagementFields.PrintableName, "My giveaway pool"),
            Property.Optional("description", "Free text.", StringSchema.Text, "Generic pool"),
            ManagementFields.Subscriptions,
            Property.Required("sandbox", "Sandbox or live environment.", new BooleanSchema(), true),
        ],
    };

    /// <summary>A giveaway pool.</summary>
    public static readonly ObjectSchema Pool = New.With(
        "GiveawaysPool",
        "A pool of codes that rules hand out, each once.",
        [
            .. Fields.Entity,
            ManagementFields.Account,
            Property.Optional("modified", "When it was last changed.", StringSchema.DateTime, "2026-09-12T10:12:42Z"),
            Property.Optional("modifiedBy", "Who changed it last.", Fields.Id, 1),
            Property.Required("createdBy", "Who created it.", Fields.Id, 1),
        ]);
}
