namespace Talon.Http;

/// <summary>The published shapes of rulesets. What conditions, effects and expressions may hold is the rule engine's to say.</summary>
/// <remarks>Source: Management API 26.16.</remarks>
internal static class RulesetSchemas
{
    private static readonly ArraySchema Talang = new(AnySchema.Instance) { MinItems = 1 };

    private static readonly ObjectSchema Binding = new("Binding", "A named expression.")
    {
        Properties =
        [
            Property.Required("name", "The name.", StringSchema.Text, "my property"),
            Property.Optional("type", "bundle, cartItemFilter, subledgerBalance or templateParameter.", StringSchema.Text, "templateParameter"),
            Property.Required("expression", "Talang.", new ArraySchema(AnySchema.Instance)),
            Property.Optional("valueType", "string, number or boolean.", StringSchema.Text, "string"),
            Property.Optional("minValue", "Lower bound.", new NumberSchema(), 0),
            Property.Optional("maxValue", "Upper bound.", new NumberSchema(), 19.9m),
            Property.Optional("attributeId", "The attribute.", Fields.Id, 100),
            Property.Optional("description", "Free text.", StringSchema.Text, "This is a template parameter of type number."),
        ],
    };

    private static readonly ObjectSchema Rule = new("Rule", "A rule.")
    {
        Properties =
        [
            Property.Optional("id", "A UUID.", StringSchema.Uuid, "7fa800a8-ac9c-44e5-a2d1-6fc3d1a2f5d2"),
            Property.Optional("parentId", "The UUID of the rule that it was copied from.", StringSchema.Uuid, "7fa800a8-ac9c-44e5-a2d1-6fc3d1a2f5d2"),
            Property.Required("title", "Display name; the rule's name in effects.", StringSchema.Text, "Give discount via coupon"),
            Property.Optional("description", "Free text.", StringSchema.Text, "Creates a discount when a coupon is valid"),
            Property.Optional("bindings", "Named expressions, evaluated in order.", new ArraySchema(Binding)),
            Property.Required("condition", "Talang that says whether the rule applies.", Talang),
            Property.Required("effects", "What happens then: Talang for each effect, or for a single one.", new ArraySchema(AnySchema.Instance)),
        ],
    };

    /// <summary>A ruleset to be.</summary>
    public static readonly ObjectSchema New = new("NewRuleset", "A ruleset to be.")
    {
        Properties =
        [
            Property.Required("rules", "The rules, evaluated in order.", new ArraySchema(Rule)),
            Property.Optional("strikethroughRules", "Rules for catalog prices; kept as sent.", new ArraySchema(Rule)),
            Property.Required("bindings", "Named expressions, evaluated in order.", new ArraySchema(Binding)),
            Property.Optional("rbVersion", "Version of the rule builder; kept as sent.", StringSchema.Text, "v2"),
            Property.Optional("activate", "Whether it comes into force at once. When left out, a new one does if the campaign has none in force.", new BooleanSchema(), true),
        ],
    };

    /// <summary>A ruleset.</summary>
    public static readonly ObjectSchema Ruleset = New.With(
        "Ruleset",
        "A ruleset.",
        [
            .. Fields.Entity,
            Property.Required("userId", "Who created it.", Fields.Id, 388),
            Property.Optional("campaignId", "The owning campaign.", Fields.Id, 320),
            Property.Optional("activate", "Whether it is in force.", new BooleanSchema(), true),
            Property.Optional("activatedAt", "When it last came into force.", StringSchema.DateTime, "2026-06-10T09:05:27.993483Z"),
        ]);
}
