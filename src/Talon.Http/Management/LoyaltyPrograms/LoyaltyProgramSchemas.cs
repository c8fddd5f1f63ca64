namespace Talon.Http;

/// <summary>The published shapes of loyalty programmes.</summary>
/// <remarks>Source: Management API 26.16.</remarks>
internal static class LoyaltyProgramSchemas
{
    /// <summary>Most points of anything.</summary>
    public const decimal MostPoints = 999_999_999_999.99m;

    private static readonly StringSchema Duration = new() { MinLength = 1, MaxLength = 32 };
    private static readonly Property Name = Property.Required("name", "Unique in the account; rules use it. It never changes.", ManagementFields.PrintableName, "my_program");
    private static readonly Property Timezone = Property.Required("timezone", "IANA time zone that rounded durations end in. It never changes.", new StringSchema { MinLength = 1 }, "Europe/Berlin");
    private static readonly Property CardBased = Property.Optional("cardBased", "Whether points belong to cards instead of customers. It never changes.", new BooleanSchema { Default = false }, false);

    private static readonly IReadOnlyList<Property> TierSettings =
    [
        Property.Required("name", "Unique in the programme.", ManagementFields.Name, "Gold"),
        Property.Required("minPoints", "The active points from which it is held.", new NumberSchema { Minimum = 0, Maximum = MostPoints }, 300m),
    ];

    private static readonly ObjectSchema NewTier = new("NewLoyaltyTier", "A tier to be.") { Properties = TierSettings };

    private static readonly ObjectSchema Tier = new("LoyaltyTier", "A tier.")
    {
        Properties =
        [
            .. Fields.Entity,
            Property.Required("programID", "The programme.", Fields.Id, 139),
            Property.Optional("programName", "Its name.", StringSchema.Text, "my_program"),
            Property.Optional("programTitle", "Its display name.", StringSchema.Text, "Point collection"),
            .. TierSettings,
        ],
    };

    private static readonly IReadOnlyList<Property> Settings =
    [
        Property.Required("title", "Display name.", ManagementFields.Name, "Point collection"),
        Property.Optional("description", "Free text.", StringSchema.Text, "Customers collect 10 points per 1$ spent"),
        Property.Optional("subscribedApplications", "The Applications that may use it; empty for all.", new ArraySchema(Fields.Id)),
        Property.Required("defaultValidity", "How long points last once they are active: a duration such as 1Y or 2W_U, or unlimited.", Duration, "2W_U"),
        Property.Required("defaultPending", "How long points wait: a duration, immediate or on_action.", Duration, "immediate"),
        Property.Required("allowSubledger", "Whether points may be kept in other ledgers than the main one.", new BooleanSchema(), false),
        Property.Optional("usersPerCardLimit", "Most customers on one card; 0 for no limit.", new IntegerSchema { Minimum = 0, Maximum = 1000 }, 111),
        Property.Required("sandbox", "Sandbox or live environment.", new BooleanSchema(), true),
        Property.Optional("programJoinPolicy", "When a customer joins.", new StringSchema { Enum = ["not_join", "points_activated", "points_earned"] }, "points_earned"),
        Property.Optional("tiersExpirationPolicy", "From when the life of a tier is counted; held for ever when left out.", new StringSchema { Enum = ["tier_start_date", "program_join_date", "customer_attribute", "absolute_expiration"] }, "tier_start_date"),
        Property.Optional("tierCycleStartDate", "When the first cycle begins, with absolute_expiration.", StringSchema.DateTime, "2026-09-12T10:12:42Z"),
        Property.Optional("tiersExpireIn", "How long a tier is held: a duration.", Duration, "27W_U"),
        Property.Optional("tiersDowngradePolicy", "Where a customer lands when a tier expires; balance_based when left out.", new StringSchema { Enum = ["one_down", "balance_based"] }, "one_down"),
        Property.Optional("cardCodeSettings", "How card identifiers are generated.", CampaignSchemas.CodeGeneratorSettings),
        Property.Optional("returnPolicy", "Which points are taken back when an order is cancelled, reopened or returned; within_balance when left out.", new StringSchema { Enum = ["only_pending", "within_balance", "unlimited"] }, "only_pending"),
    ];

    private static readonly Property NewTiers = Property.Optional("tiers", "The tiers, in any order.", new ArraySchema(NewTier) { MaxItems = 100 });

    /// <summary>A loyalty programme to be.</summary>
    public static readonly ObjectSchema New = new("NewLoyaltyProgram", "A loyalty programme to be.") { Properties = [Name, .. Settings, NewTiers, Timezone, CardBased] };

    /// <summary>What a loyalty programme is to be from now on.</summary>
    public static readonly ObjectSchema Update = new("UpdateLoyaltyProgram", "What a loyalty programme is to be from now on. Tiers and Applications that are left out stay; a tier of the same name stays the same tier.")
    {
        Properties = [Name with { IsRequired = false }, .. Settings, NewTiers, Timezone with { IsRequired = false }, CardBased],
    };

    /// <summary>A loyalty programme.</summary>
    public static readonly ObjectSchema Program = New.With(
        "LoyaltyProgram",
        "A loyalty programme.",
        [
            .. Fields.Entity,
            Property.Required("accountID", "The owning account.", Fields.Id, 1),
            Property.Required("description", "Free text.", StringSchema.Text, "Customers collect 10 points per 1$ spent"),
            Property.Required("subscribedApplications", "The Applications that may use it; empty for all.", new ArraySchema(Fields.Id)),
            Property.Required("cardBased", "Whether points belong to cards instead of customers.", new BooleanSchema(), false),
            Property.Optional("tiers", "The tiers, from the lowest.", new ArraySchema(Tier)),
            Property.Optional("canUpdateTiers", "Whether tiers can be changed.", new BooleanSchema(), true),
            Property.Optional("canUpdateTierExpirationPolicy", "Whether the expiry of tiers can be changed.", new BooleanSchema(), true),
            Property.Optional("canUpgradeToAdvancedTiers", "Whether tiers could be made to expire.", new BooleanSchema(), false),
            Property.Optional("canUpdateSubledgers", "Whether subledgers can be allowed or forbidden.", new BooleanSchema(), true),
        ]);
}
