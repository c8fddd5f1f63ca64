namespace Talon.Http;

/// <summary>The published shapes of campaigns.</summary>
/// <remarks>Source: Management API 26.16.</remarks>
internal static class CampaignSchemas
{
    /// <summary>How codes are generated.</summary>
    public static readonly ObjectSchema CodeGeneratorSettings = new("CodeGeneratorSettings", "How codes are generated.")
    {
        Properties =
        [
            Property.Required("validCharacters", "The characters that stand for #; A-Z and 0-9 when left out.", new ArraySchema(StringSchema.Text)),
            Property.Required("couponPattern", "The pattern; # stands for a random character.", new StringSchema { MinLength = 3, MaxLength = 100, Pattern = "^[A-Za-z0-9._%+@#-]+$" }, "SUMMER-#####"),
        ],
    };

    /// <summary>What a campaign carries that the caller sets.</summary>
    public static readonly IReadOnlyList<Property> Settings =
    [
        Property.Required("name", "Display name.", new StringSchema { MinLength = 1 }, "Summer promotions"),
        Property.Optional("description", "Free text.", StringSchema.Text, "Campaign for all summer promotions"),
        Property.Optional("startTime", "First moment at which it runs.", StringSchema.DateTime, "2026-07-20T22:00:00Z"),
        Property.Optional("endTime", "First moment at which it no longer runs.", StringSchema.DateTime, "2026-09-22T22:00:00Z"),
        Property.Optional("attributes", "Custom attributes.", MapSchema.Free),
        Property.Required("state", "The stored state; a disabled or archived campaign is never evaluated.", new StringSchema { Enum = ["enabled", "disabled", "archived"], Default = "enabled" }, "enabled"),
        Property.Optional("activeRulesetId", "The ruleset in force.", Fields.Id, 6),
        Property.Required("tags", "Labels.", new ArraySchema(new StringSchema { MinLength = 1, MaxLength = 50 }) { MaxItems = 50 }),
        Property.Optional("reevaluateOnReturn", "Evaluated again on returns that run the rule engine.", new BooleanSchema(), true),
        Property.Required("features", "Enabled features.", new ArraySchema(new StringSchema { Enum = ["coupons", "referrals", "loyalty", "giveaways", "strikethrough", "achievements", "advancedEvents"] })),
        Property.Optional("couponSettings", "How coupon codes are generated.", CodeGeneratorSettings),
        Property.Optional("referralSettings", "How referral codes are generated.", CodeGeneratorSettings),
        Property.Required("limits", "Budgets.", new ArraySchema(CouponSchemas.LimitConfig)),
        Property.Optional("campaignGroups", "Access groups.", new ArraySchema(Fields.Id)),
        Property.Optional("type", "advanced, or cartItem for one that discounts items.", new StringSchema { Enum = ["cartItem", "advanced"], Default = "advanced" }, "advanced"),
        Property.Optional("linkedStoreIds", "Evaluated only for sessions that name one of these stores; empty for all.", new ArraySchema(Fields.Id)),
        Property.Optional("couponAttributes", "Attributes that its coupons start with.", MapSchema.Free),
        Property.Optional("evaluationGroupId", "The evaluation group; the Application's default when a new campaign gives none.", Fields.Id, 2),
        Property.Optional("evaluationPosition", "Position inside the evaluation group; the last when a new campaign gives none.", new IntegerSchema { Minimum = 0, Maximum = 1_000_000 }, 0),
    ];

    /// <summary>A budget and what is used of it.</summary>
    public static readonly ObjectSchema Budget = new("CampaignBudget", "A budget and what is used of it.")
    {
        Properties =
        [
            Property.Required("action", "The limited action.", StringSchema.Text, "setDiscount"),
            Property.Required("limit", "The ceiling.", Fields.Amount, 1000),
            Property.Required("counter", "What is used, in the current period where the budget has one.", Fields.Amount, 42),
        ],
    };

    /// <summary>A campaign.</summary>
    public static readonly ObjectSchema Campaign = new("Campaign", "A campaign.")
    {
        Properties =
        [
            .. Fields.Entity,
            .. Settings.Where(setting => setting.Name is not ("description" or "reevaluateOnReturn" or "type")),
            Property.Required("description", "Free text.", StringSchema.Text, "Campaign for all summer promotions"),
            Property.Required("reevaluateOnReturn", "Evaluated again on returns that run the rule engine.", new BooleanSchema(), true),
            Property.Required("type", "advanced, or cartItem for one that discounts items.", new StringSchema { Enum = ["cartItem", "advanced"] }, "advanced"),
            Property.Required("applicationId", "The owning Application.", Fields.Id, 322),
            Property.Required("userId", "Who created it.", Fields.Id, 388),
            Property.Optional("budgets", "The budgets that count for the campaign as a whole, and what is used of them.", new ArraySchema(Budget)),
            Property.Optional("createdBy", "Name of who created it.", StringSchema.Text),
            Property.Optional("updatedBy", "Name of who changed it last.", StringSchema.Text),
            Property.Optional("updated", "When it was last changed.", StringSchema.DateTime, "2026-06-10T09:05:27.993483Z"),
            Property.Required("frontendState", "The state with the schedule taken into account.", new StringSchema { Enum = ["expired", "scheduled", "running", "disabled", "archived", "staged"] }, "running"),
            Property.Required("storesImported", "Whether its stores came from a file.", new BooleanSchema(), false),
            Property.Optional("valueMapsIds", "Its value maps.", new ArraySchema(Fields.Id)),
            Property.Optional("version", "Counts changes, from 1.", Fields.Count, 6),
        ],
    };
}
