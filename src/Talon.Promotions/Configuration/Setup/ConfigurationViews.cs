namespace Talon.Promotions;

/// <summary>Small questions that use cases ask a configuration.</summary>
internal static class ConfigurationViews
{
    /// <summary>The attributes that an Application has, or would have if it existed.</summary>
    public static AttributeChecker AttributesOf(this Configuration configuration, long applicationId) =>
        configuration.Applications.Find(applicationId) is null
            ? new(BuiltInAttributes.All.Concat(configuration.Attributes.Where(attribute => attribute.SubscribedApplicationsIds.Count == 0)))
            : configuration.For(applicationId).Attributes;

    /// <summary>An Application's base evaluation group.</summary>
    public static EvaluationGroup BaseGroup(this Configuration configuration, long applicationId) =>
        configuration.EvaluationGroups.First(group => group.ApplicationId == applicationId && group.ParentId is null);

    /// <summary>The position after the last member of an evaluation group.</summary>
    public static int NextPosition(this Configuration configuration, long groupId)
    {
        var campaigns = configuration.Campaigns.Where(campaign => campaign.EvaluationGroupId == groupId).Select(campaign => campaign.EvaluationPosition);
        var groups = configuration.EvaluationGroups.Where(group => group.ParentId == groupId).Select(group => group.Position);
        return campaigns.Concat(groups).DefaultIfEmpty(-1).Max() + 1;
    }
}
