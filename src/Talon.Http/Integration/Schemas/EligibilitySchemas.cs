namespace Talon.Http;

/// <summary>The published shapes of a campaign's verdict.</summary>
internal static class EligibilitySchemas
{
    private static readonly ObjectSchema RuleFailure = new("RuleEligibilityFailureDetails", "Why a rule does not apply to the customer.")
    {
        Properties =
        [
            Property.Required("failureCode", "The kind of failure.", new StringSchema { Enum = ["CONDITION_NOT_MET", "EFFECT_FAILED"] }, "CONDITION_NOT_MET"),
            Property.Optional("couponID", "Id of the coupon under evaluation.", Fields.Id, 4928),
            Property.Optional("couponValue", "Its code.", StringSchema.Text),
            Property.Optional("referralID", "Id of the referral under evaluation.", Fields.Id),
            Property.Optional("referralValue", "Its code.", StringSchema.Text),
            Property.Optional("conditionIndex", "Position of the condition that failed.", Fields.Count, 0),
            Property.Optional("effectIndex", "Position of the effect that failed.", Fields.Count),
            Property.Required("details", "The reason in words.", StringSchema.Text),
        ],
    };

    private static readonly ObjectSchema RuleVerdict = new("RuleEligibility", "Whether a rule applies to the customer.")
    {
        Properties =
        [
            Property.Required("passed", "Whether it applies.", new BooleanSchema(), true),
            Property.Optional("couponCode", "The code it was tried with.", StringSchema.Text),
            Property.Optional("details", "Why it does not.", RuleFailure),
        ],
    };

    private static readonly ObjectSchema Rule = new("RuleMetadataEligibility", "A rule with its verdicts.")
    {
        Properties =
        [
            Property.Required("title", "The rule's title.", StringSchema.Text, "Give discount via coupon"),
            Property.Required("eligibility", "A verdict for each code it was tried with.", new ArraySchema(RuleVerdict)),
        ],
    };

    private static readonly ObjectSchema Failure = new("CampaignEligibilityFailureDetails", "Why a campaign does not apply.")
    {
        Properties =
        [
            Property.Required("failureCode", "The kind of failure.", new StringSchema { Enum = ["ALL_RULES_FAILED", "SKIPPED", "AUDIENCE_NOT_MATCHED"] }, "ALL_RULES_FAILED"),
        ],
    };

    private static readonly ObjectSchema Verdict = new("CampaignEligibilityDetails", "Whether a campaign applies.")
    {
        Properties =
        [
            Property.Required("passed", "Whether it applies.", new BooleanSchema(), true),
            Property.Optional("couponCode", "The code it was tried with.", StringSchema.Text),
            Property.Optional("details", "Why it does not.", Failure),
        ],
    };

    /// <summary>A campaign with its verdict.</summary>
    public static readonly ObjectSchema Campaign = new("CampaignEligibility", "A campaign, and whether it applies to the customer.")
    {
        Properties =
        [
            Property.Required("id", "The campaign.", Fields.Id, 4),
            Property.Required("applicationId", "The owning Application.", Fields.Id, 322),
            Property.Required("name", "Its name.", StringSchema.Text, "Summer promotions"),
            Property.Optional("description", "Free text.", StringSchema.Text),
            Property.Optional("startTime", "First moment at which it runs.", StringSchema.DateTime, "2026-07-20T22:00:00Z"),
            Property.Optional("endTime", "First moment at which it no longer runs.", StringSchema.DateTime, "2026-09-22T22:00:00Z"),
            Property.Optional("attributes", "Custom attributes.", MapSchema.Free),
            Property.Required("state", "Its state.", StringSchema.Text, "enabled"),
            Property.Required("tags", "Labels.", new ArraySchema(StringSchema.Text)),
            Property.Required("features", "Enabled features.", new ArraySchema(StringSchema.Text)),
            Property.Required("eligibility", "A verdict for each code it was tried with.", new ArraySchema(Verdict)),
            Property.Required("rules", "Its rules with their verdicts.", new ArraySchema(Rule)),
        ],
    };
}
