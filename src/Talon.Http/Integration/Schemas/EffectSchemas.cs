namespace Talon.Http;

/// <summary>The published shapes of effects and of the reasons why rules failed.</summary>
/// <remarks>Source: Integration API 26.16.</remarks>
internal static class EffectSchemas
{
    /// <summary>An effect.</summary>
    public static readonly ObjectSchema Effect = new("Effect", "What a rule wants the shop to do, or says about a code.")
    {
        Properties =
        [
            Property.Optional("experimentId", "Experiment of the campaign.", Fields.Id),
            Property.Required("campaignId", "The campaign whose rule made it.", Fields.Id, 244),
            Property.Required("rulesetId", "The ruleset in force.", Fields.Id, 73),
            Property.Required("ruleIndex", "Position of the rule, from 0.", Fields.Count, 2),
            Property.Required("ruleName", "The rule's title.", StringSchema.Text, "Give 20% discount"),
            Property.Required("effectType", "The kind of effect.", StringSchema.Text, "setDiscount"),
            Property.Optional("triggeredByCoupon", "Id of the coupon under evaluation.", Fields.Id, 4928),
            Property.Optional("triggeredForCatalogItem", "Catalog item under evaluation.", Fields.Id),
            Property.Optional("conditionIndex", "Position of the condition that failed.", Fields.Count, 786),
            Property.Optional("evaluationGroupID", "The evaluation group.", Fields.Id, 3),
            Property.Optional("evaluationGroupMode", "How the group's campaigns compete.", StringSchema.Text, "stackable"),
            Property.Required("props", "What the kind of effect says.", MapSchema.Free),
        ],
    };

    /// <summary>Why a rule failed.</summary>
    public static readonly ObjectSchema RuleFailureReason = new("RuleFailureReason", "Why a rule did not apply.")
    {
        Properties =
        [
            Property.Required("campaignID", "The rule's campaign.", Fields.Id, 244),
            Property.Required("campaignName", "Its name.", StringSchema.Text, "Summer promotions"),
            Property.Required("rulesetID", "The ruleset in force.", Fields.Id, 73),
            Property.Optional("couponID", "Id of the coupon under evaluation.", Fields.Id, 4928),
            Property.Optional("couponValue", "Its code.", StringSchema.Text, "XMAS20"),
            Property.Optional("referralID", "Id of the referral under evaluation.", Fields.Id),
            Property.Optional("referralValue", "Its code.", StringSchema.Text),
            Property.Required("ruleIndex", "Position of the rule, from 0.", Fields.Count, 2),
            Property.Required("ruleName", "The rule's title.", StringSchema.Text, "Give 20% discount"),
            Property.Optional("conditionIndex", "Position of the condition that failed.", Fields.Count, 0),
            Property.Optional("effectIndex", "Position of the effect that failed.", Fields.Count, 1),
            Property.Optional("details", "The reason in words: what was found, and what would pass.", StringSchema.Text),
            Property.Optional("evaluationGroupID", "The evaluation group.", Fields.Id, 3),
            Property.Optional("evaluationGroupMode", "How the group's campaigns compete.", StringSchema.Text, "stackable"),
        ],
    };
}
