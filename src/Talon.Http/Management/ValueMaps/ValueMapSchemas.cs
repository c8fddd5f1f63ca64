namespace Talon.Http;

/// <summary>The published shapes of value maps.</summary>
internal static class ValueMapSchemas
{
    /// <summary>A value map to be.</summary>
    public static readonly ObjectSchema New = new("NewValueMap", "A value map to be.")
    {
        Properties =
        [
            Property.Required("name", "The name, unique in the Application.", ManagementFields.PrintableName, "Member prices"),
            Property.Required("entries", "The mapping from keys, such as SKUs, to numbers.", new MapSchema(Fields.Amount)),
        ],
    };

    /// <summary>A value map.</summary>
    public static readonly ObjectSchema Map = New.With(
        "ValueMap",
        "A value map.",
        [
            .. Fields.Entity,
            Property.Required("modified", "When it was last changed.", StringSchema.DateTime, "2026-06-10T09:05:27.993483Z"),
            Property.Required("createdBy", "Who created it.", Fields.Id, 216),
            Property.Required("campaignId", "The owning campaign.", Fields.Id, 3),
        ]);
}
