namespace Talon.Http;

/// <summary>The published shapes of Applications.</summary>
/// <remarks>Source: Management API 26.16.</remarks>
internal static class ApplicationSchemas
{
    private static readonly ObjectSchema Mandatory = new("AttributesMandatory", "Names of attributes that must be set.")
    {
        Properties =
        [
            Property.Optional("campaigns", "On campaigns.", new ArraySchema(StringSchema.Text)),
            Property.Optional("coupons", "On coupons.", new ArraySchema(StringSchema.Text)),
        ],
    };

    private static readonly ObjectSchema AttributesSettings = new("AttributesSettings", "Settings for custom attributes.")
    {
        Properties = [Property.Optional("mandatory", "Attributes that must be set.", Mandatory)],
    };

    private static readonly ObjectSchema BestPriorPriceSettings = new("BestPriorPriceSettings", "Settings for the history of prices.")
    {
        Properties = [Property.Optional("enableBestPriorPrice", "Whether prices are kept.", new BooleanSchema(), false)],
    };

    /// <summary>What an Application carries that the caller sets.</summary>
    public static readonly ObjectSchema New = new("NewApplication", "An Application to be.")
    {
        Properties =
        [
            Property.Required("name", "Display name.", ManagementFields.Name, "My shop"),
            Property.Optional("description", "Free text.", StringSchema.Text, "A test Application"),
            Property.Required("timezone", "IANA time zone of schedules and budget periods.", new StringSchema { MinLength = 1 }, "Europe/Berlin"),
            Property.Required("currency", "ISO 4217 code.", new StringSchema { MinLength = 1 }, "EUR"),
            Property.Optional("caseSensitivity", "How codes are stored and compared; sensitive when left out.", new StringSchema { Enum = ["sensitive", "insensitive-uppercase", "insensitive-lowercase"] }, "sensitive"),
            Property.Optional("attributes", "Custom attributes.", MapSchema.Free),
            Property.Optional("limits", "Budgets that new campaigns start with.", ManagementFields.Limits),
            Property.Optional("defaultDiscountScope", "Scope when setDiscount gives none.", new StringSchema { Enum = ["sessionTotal", "cartItems", "additionalCosts"] }, "sessionTotal"),
            Property.Optional("defaultDiscountAdditionalCostPerItemScope", "Scope when setDiscountPerItem gives none.", new StringSchema { Enum = ["price", "itemTotal", "additionalCosts"] }, "price"),
            Property.Optional("enableCascadingDiscounts", "Later campaigns see values that earlier ones have discounted.", new BooleanSchema(), true),
            Property.Optional("enableFlattenedCartItems", "A line of quantity n is evaluated as n units; true when left out.", new BooleanSchema(), true),
            Property.Optional("enablePartialDiscounts", "What is left of a budget is granted instead of nothing.", new BooleanSchema(), false),
            Property.Optional("attributesSettings", "Attributes that campaigns and coupons must have.", AttributesSettings),
            Property.Optional("sandbox", "Whether it is a sandbox Application or a live one: loyalty programmes, giveaway pools and audiences are connected to those of their kind only.", new BooleanSchema(), true),
            Property.Optional("defaultEvaluationGroupId", "The evaluation group of new campaigns.", Fields.Id, 3),
            Property.Optional("defaultCartItemFilterId", "Refused: there are no cart item filters; rules filter items themselves.", Fields.Id, 3),
            Property.Optional("enableCampaignStateManagement", "Whether campaigns are staged: refused when true, since rulesets have revisions without it.", new BooleanSchema(), false),
            Property.Optional("bestPriorPriceSettings", "Kept as sent.", BestPriorPriceSettings),
            Property.Optional("allowedIpRanges", "Addresses that may call with the Application's keys, in CIDR form; empty for any. Not in the published API.", IpAllowListOperations.Ranges),
            Property.Optional("enableAccessLogs", "Whether calls with the Application's keys are kept for 30 days; true unless it is set. Not in the published API.", new BooleanSchema(), true),
        ],
    };

    /// <summary>An Application.</summary>
    public static readonly ObjectSchema Application = New.With(
        "Application",
        "An Application.",
        [
            .. Fields.Entity,
            Property.Required("modified", "When it was last changed.", StringSchema.DateTime, "2026-06-10T09:05:27.993483Z"),
            ManagementFields.Account,
            Property.Required("loyaltyPrograms", "Loyalty programmes connected to it.", new ArraySchema(LoyaltyProgramSchemas.Program)),
        ]);
}
