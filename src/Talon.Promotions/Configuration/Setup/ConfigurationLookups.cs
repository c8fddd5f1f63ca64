namespace Talon.Promotions;

/// <summary>Finds what a path names, and refuses with <see cref="NotFoundException"/> what does not exist there.</summary>
public static class ConfigurationLookups
{
    /// <summary>An Application.</summary>
    public static Application RequireApplication(this Configuration configuration, long id) =>
        configuration.Applications.Find(id) ?? throw Missing("application", id);

    /// <summary>A campaign of an Application.</summary>
    public static Campaign RequireCampaign(this Configuration configuration, long applicationId, long id)
    {
        configuration.RequireApplication(applicationId);
        return configuration.Campaigns.Find(id) is { } campaign && campaign.ApplicationId == applicationId ? campaign : throw Missing("campaign", id);
    }

    /// <summary>A ruleset of a campaign.</summary>
    public static Ruleset RequireRuleset(this Configuration configuration, long applicationId, long campaignId, long id)
    {
        configuration.RequireCampaign(applicationId, campaignId);
        return configuration.Rulesets.Find(id) is { } ruleset && ruleset.CampaignId == campaignId ? ruleset : throw Missing("ruleset", id);
    }

    /// <summary>An Integration API key of an Application.</summary>
    public static ApiKey RequireApiKey(this Configuration configuration, long applicationId, long id)
    {
        configuration.RequireApplication(applicationId);
        return configuration.ApiKeys.Find(id) is { } key && key.ApplicationId == applicationId ? key : throw Missing("API key", id);
    }

    /// <summary>A management key.</summary>
    public static ManagementKey RequireManagementKey(this Configuration configuration, long id) =>
        configuration.ManagementKeys.Find(id) ?? throw Missing("management key", id);

    /// <summary>An evaluation group of an Application.</summary>
    public static EvaluationGroup RequireEvaluationGroup(this Configuration configuration, long applicationId, long id)
    {
        configuration.RequireApplication(applicationId);
        return configuration.EvaluationGroups.Find(id) is { } group && group.ApplicationId == applicationId ? group : throw Missing("evaluation group", id);
    }

    /// <summary>A store of an Application.</summary>
    public static Store RequireStore(this Configuration configuration, long applicationId, long id)
    {
        configuration.RequireApplication(applicationId);
        return configuration.Stores.Find(id) is { } store && store.ApplicationId == applicationId ? store : throw Missing("store", id);
    }

    /// <summary>A value map of a campaign.</summary>
    public static ValueMap RequireValueMap(this Configuration configuration, long applicationId, long campaignId, long id)
    {
        configuration.RequireCampaign(applicationId, campaignId);
        return configuration.ValueMaps.Find(id) is { } map && map.CampaignId == campaignId ? map : throw Missing("value map", id);
    }

    /// <summary>An achievement of a campaign.</summary>
    public static Achievement RequireAchievement(this Configuration configuration, long applicationId, long campaignId, long id)
    {
        configuration.RequireCampaign(applicationId, campaignId);
        return configuration.Achievements.Find(id) is { } achievement && achievement.CampaignId == campaignId ? achievement : throw Missing("achievement", id);
    }

    /// <summary>A collection of the account, or, given a campaign, of that campaign.</summary>
    public static Collection RequireCollection(this Configuration configuration, CollectionOwner? owner, long id)
    {
        if (owner is not null)
            configuration.RequireCampaign(owner.ApplicationId, owner.CampaignId);
        return configuration.Collections.Find(id) is { } collection && collection.CampaignId == owner?.CampaignId ? collection : throw Missing("collection", id);
    }

    /// <summary>An audience that exists in an Application.</summary>
    public static Audience RequireAudience(this Configuration configuration, long applicationId, long id) =>
        configuration.Audiences.Find(id) is { } audience && audience.IsVisibleTo(applicationId) ? audience : throw Missing("audience", id);

    /// <summary>An audience of the account.</summary>
    public static Audience RequireAudience(this Configuration configuration, long id) => configuration.Audiences.Find(id) ?? throw Missing("audience", id);

    /// <summary>A catalog that fills the carts of an Application.</summary>
    public static Catalog RequireCatalog(this Configuration configuration, long applicationId, long id) =>
        configuration.Catalogs.Find(id) is { } catalog && catalog.IsVisibleTo(applicationId) ? catalog : throw Missing("catalog", id);

    /// <summary>A catalog of the account.</summary>
    public static Catalog RequireCatalog(this Configuration configuration, long id) => configuration.Catalogs.Find(id) ?? throw Missing("catalog", id);

    /// <summary>An attribute, built-in or custom.</summary>
    public static EntityAttribute RequireAttribute(this Configuration configuration, long id) =>
        configuration.Attributes.Find(id) ?? BuiltInAttributes.All.FirstOrDefault(attribute => attribute.Id == id) ?? throw Missing("attribute", id);

    /// <summary>An additional cost.</summary>
    public static AccountAdditionalCost RequireAdditionalCost(this Configuration configuration, long id) =>
        configuration.AdditionalCosts.Find(id) ?? throw Missing("additional cost", id);

    /// <summary>An event type.</summary>
    public static EventType RequireEventType(this Configuration configuration, long id) =>
        configuration.EventTypes.Find(id) ?? throw Missing("event type", id);

    /// <summary>A custom effect.</summary>
    public static CustomEffect RequireCustomEffect(this Configuration configuration, long id) =>
        configuration.CustomEffects.Find(id) ?? throw Missing("custom effect", id);

    /// <summary>A loyalty programme.</summary>
    public static LoyaltyProgram RequireLoyaltyProgram(this Configuration configuration, long id) =>
        configuration.LoyaltyPrograms.Find(id) ?? throw Missing("loyalty programme", id);

    /// <summary>A webhook.</summary>
    public static Webhook RequireWebhook(this Configuration configuration, long id) =>
        configuration.Webhooks.Find(id) ?? throw Missing("webhook", id);

    /// <summary>A giveaway pool.</summary>
    public static GiveawayPool RequireGiveawayPool(this Configuration configuration, long id) =>
        configuration.GiveawayPools.Find(id) ?? throw Missing("giveaway pool", id);

    private static NotFoundException Missing(string what, long id) => new($"There is no {what} {id} here");
}
