namespace Talon.Http;

/// <summary>The published shape of campaigns that run.</summary>
/// <remarks>Source: Integration API 26.16, <c>integrationGetAllCampaigns</c>.</remarks>
internal static class IntegrationCampaignSchemas
{
    private static readonly ObjectSchema Rule = new("RuleMetadata", "What a rule says of itself to customers.")
    {
        Properties =
        [
            Property.Required("title", "The rule's title.", StringSchema.Text, "Give discount via coupon"),
            Property.Optional("displayName", "Its name for customers.", StringSchema.Text, "20% off all shoes!"),
            Property.Optional("displayDescription", "Its details for customers.", StringSchema.Text),
            Property.Optional("relatedData", "Further data, such as the address of a picture.", StringSchema.Text),
        ],
    };

    /// <summary>A campaign.</summary>
    public static readonly ObjectSchema Campaign = new("IntegrationCampaign", "A campaign that runs.")
    {
        Properties =
        [
            Property.Required("applicationId", "The owning Application.", Fields.Id, 322),
            Property.Required("id", "The campaign.", Fields.Id, 4),
            Property.Required("name", "Display name.", StringSchema.Text, "Summer promotions"),
            Property.Optional("description", "Free text.", StringSchema.Text),
            Property.Optional("startTime", "First moment at which it runs.", StringSchema.DateTime, "2026-07-20T22:00:00Z"),
            Property.Optional("endTime", "First moment at which it no longer runs.", StringSchema.DateTime, "2026-09-22T22:00:00Z"),
            Property.Optional("attributes", "Custom attributes.", MapSchema.Free),
            Property.Required("state", "Its state.", new StringSchema { Enum = ["enabled"] }, "enabled"),
            Property.Required("tags", "Labels.", new ArraySchema(StringSchema.Text)),
            Property.Required("features", "Enabled features.", new ArraySchema(StringSchema.Text)),
            Property.Required("linkedStoreIds", "Stores linked to it.", new ArraySchema(Fields.Id)),
            Property.Required("linkedAudienceIds", "Audiences that its rules ask for.", new ArraySchema(Fields.Id)),
            Property.Required("rules", "Its rules, as customers may see them.", new ArraySchema(Rule)),
        ],
    };
}
