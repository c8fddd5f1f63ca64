namespace Talon.Http;

/// <summary>The published shapes of custom effects.</summary>
/// <remarks>Source: Management API 26.16.</remarks>
internal static class CustomEffectSchemas
{
    /// <summary>A parameter.</summary>
    public static readonly ObjectSchema Parameter = new("TemplateArgDef", "A parameter.")
    {
        Properties =
        [
            Property.Required("type", "The type of its values.", new StringSchema { Enum = ["string", "boolean", "number", "time", "(list string)", "(list number)"] }, "string"),
            Property.Required("title", "Display name.", new StringSchema { MinLength = 1 }, "My parameter"),
            Property.Optional("description", "Free text.", StringSchema.Text, "A campaign parameter."),
            Property.Optional("key", "The name used in the payload; the title when left out.", new StringSchema { MinLength = 1 }, "myParameter"),
            Property.Optional("ui", "Form settings; kept as sent.", MapSchema.Free),
            Property.Optional("picklistID", "Kept as sent.", Fields.Id, 3),
            Property.Optional("restrictedByPicklist", "Kept as sent.", new BooleanSchema(), false),
        ],
    };

    /// <summary>A custom effect to be.</summary>
    public static readonly ObjectSchema New = new("NewCustomEffect", "A custom effect to be.")
    {
        Properties =
        [
            Property.Required("applicationIds", "The Applications where it exists; empty for all.", new ArraySchema(Fields.Id)),
            Property.Optional("isPerItem", "Whether it fires once per cart item unit.", new BooleanSchema(), false),
            Property.Required("name", "API name.", new StringSchema { MinLength = 1, MaxLength = 255, Pattern = @"^[A-Za-z][\w \t-]*$" }, "printCard"),
            Property.Required("title", "Display name.", ManagementFields.PrintableName, "Print a card"),
            Property.Required("payload", "A JSON template; ${name} stands for a parameter.", StringSchema.Text, "{\"text\": \"${text}\"}"),
            Property.Optional("description", "Free text.", StringSchema.Text, "Prints a card."),
            Property.Required("enabled", "Whether rules may use it.", new BooleanSchema(), true),
            Property.Optional("params", "The parameters that a rule passes.", new ArraySchema(Parameter)),
        ],
    };

    /// <summary>A custom effect.</summary>
    public static readonly ObjectSchema Effect = New.With(
        "CustomEffect",
        "A custom effect.",
        [
            .. Fields.Entity,
            ManagementFields.Account,
            Property.Required("modified", "When it was last changed.", StringSchema.DateTime, "2026-06-10T09:05:27.993483Z"),
            Property.Required("createdBy", "Who created it.", Fields.Id, 216),
            Property.Optional("modifiedBy", "Who changed it last.", Fields.Id, 216),
        ]);
}
