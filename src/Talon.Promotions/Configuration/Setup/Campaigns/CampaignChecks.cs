using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Finds what is wrong with a campaign.</summary>
internal static class CampaignChecks
{
    /// <summary>Refuses a campaign with every problem at once.</summary>
    public static void Check(Configuration configuration, Campaign campaign)
    {
        var problems = new ProblemList();
        CheckAttributes(configuration, campaign, problems);
        if (campaign.StartTime >= campaign.EndTime)
            problems.Invalid("\"endTime\" is not after \"startTime\"", "/endTime");
        problems.Limits(campaign.Limits, "/limits");
        problems.CodeSettings(campaign.CouponSettings, "/couponSettings");
        problems.CodeSettings(campaign.ReferralSettings, "/referralSettings");
        CheckReferences(configuration, campaign, problems);
        problems.Throw();
    }

    private static void CheckAttributes(Configuration configuration, Campaign campaign, ProblemList problems)
    {
        var application = configuration.For(campaign.ApplicationId);
        application.Attributes.Check(AttributeEntity.Campaign, campaign.Attributes.GetValueOrDefault(), "/attributes", problems.All);
        application.Attributes.Check(AttributeEntity.Coupon, campaign.CouponAttributes.GetValueOrDefault(), "/couponAttributes", problems.All);
        problems.Mandatory(AttributeEntity.Campaign, application.Application.AttributesSettings?.Mandatory?.Campaigns, campaign.Attributes);
    }

    private static void CheckReferences(Configuration configuration, Campaign campaign, ProblemList problems)
    {
        if (campaign.ActiveRulesetId is { } rulesetId && configuration.Rulesets.Find(rulesetId)?.CampaignId != campaign.Id)
            problems.Unknown($"There is no ruleset {rulesetId} in this campaign", "/activeRulesetId");
        if (campaign.EvaluationGroupId is { } groupId && configuration.EvaluationGroups.Find(groupId)?.ApplicationId != campaign.ApplicationId)
            problems.Unknown($"There is no evaluation group {groupId} in this application", "/evaluationGroupId");
        for (var i = 0; i < campaign.LinkedStoreIds.Count; i++)
        {
            if (configuration.Stores.Find(campaign.LinkedStoreIds[i])?.ApplicationId != campaign.ApplicationId)
                problems.Unknown($"There is no store {campaign.LinkedStoreIds[i]} in this application", JsonPointer.Append("/linkedStoreIds", i));
        }
    }
}
