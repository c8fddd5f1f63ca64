namespace Talon.Promotions;

/// <summary>What of the account's configuration one Application can see.</summary>
internal sealed class ApplicationEntities(long applicationId, EntitySets sets)
{
    public IEnumerable<EntityAttribute> Attributes => BuiltInAttributes.All.Concat(
        sets.Of(EntityKinds.Attribute).Where(attribute => IsSubscribed(attribute.SubscribedApplicationsIds)));

    public IEnumerable<AccountAdditionalCost> AdditionalCosts =>
        sets.Of(EntityKinds.AdditionalCost).Where(cost => IsSubscribed(cost.SubscribedApplicationsIds));

    public IEnumerable<EventType> EventTypes => sets.Of(EntityKinds.EventType);

    public IEnumerable<CustomEffect> CustomEffects =>
        sets.Of(EntityKinds.CustomEffect).Where(effect => effect.Enabled && IsSubscribed(effect.ApplicationIds));

    public IEnumerable<Collection> Collections => sets.Of(EntityKinds.Collection).Where(collection =>
        collection.CampaignId is null ? IsSubscribed(collection.SubscribedApplicationsIds) : collection.ApplicationId == applicationId);

    public IEnumerable<Store> Stores => sets.Of(EntityKinds.Store).Where(store => store.ApplicationId == applicationId);

    public IEnumerable<LoyaltyProgram> LoyaltyPrograms =>
        sets.Of(EntityKinds.LoyaltyProgram).Where(program => IsSubscribed(program.SubscribedApplications));

    public IEnumerable<Audience> Audiences => sets.Of(EntityKinds.Audience).Where(audience => audience.IsVisibleTo(applicationId));

    public IEnumerable<Catalog> Catalogs => sets.Of(EntityKinds.Catalog).Where(catalog => catalog.IsVisibleTo(applicationId));

    public IEnumerable<GiveawayPool> GiveawayPools =>
        sets.Of(EntityKinds.GiveawayPool).Where(pool => IsSubscribed(pool.SubscribedApplicationsIds));

    public IEnumerable<Webhook> Webhooks => sets.Of(EntityKinds.Webhook).Where(webhook => webhook is { Enabled: true, Draft: false } && IsSubscribed(webhook.ApplicationIds));

    public IEnumerable<Achievement> Achievements => sets.Of(EntityKinds.Achievement).Where(achievement => achievement.ApplicationId == applicationId);

    public IEnumerable<ValueMap> ValueMaps => sets.Of(EntityKinds.ValueMap).Where(map => map.ApplicationId == applicationId);

    public IEnumerable<Campaign> Campaigns => sets.Of(EntityKinds.Campaign).Where(campaign => campaign.ApplicationId == applicationId);

    public IEnumerable<EvaluationGroup> EvaluationGroups =>
        sets.Of(EntityKinds.EvaluationGroup).Where(group => group.ApplicationId == applicationId);

    public long? BaseGroupId => EvaluationGroups.FirstOrDefault(group => group.ParentId is null)?.Id;

    public Ruleset? FindRuleset(long? id) => id is { } known ? sets.Of(EntityKinds.Ruleset).Find(known) : null;

    public CollectionItems? ItemsOf(Collection collection) => sets.Of(EntityKinds.CollectionItems).Find(collection.Id);

    private bool IsSubscribed(IReadOnlyList<long> applications) => Subscription.Includes(applications, applicationId);
}
