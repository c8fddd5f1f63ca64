namespace Talon.Promotions;

/// <summary>Every kind of configuration entity. A new kind is a record, a line here and a line in <see cref="ConfigurationJson"/>.</summary>
public static class EntityKinds
{
    private static ConfigurationJson Json => ConfigurationJson.Default;

    /// <summary>Applications.</summary>
    public static EntityKind<Application> Application { get; } = new("application", () => Json.Application, e => Reach.Of(e.Id));

    /// <summary>Keys of the Integration API.</summary>
    public static EntityKind<ApiKey> ApiKey { get; } = new("apiKey", () => Json.ApiKey, _ => Reach.Nothing);

    /// <summary>Keys of the Management API.</summary>
    public static EntityKind<ManagementKey> ManagementKey { get; } =
        new("managementKey", () => Json.ManagementKey, _ => Reach.Nothing, Promotions.ManagementKey.BootstrapId + 1);

    /// <summary>Those who log in with a password.</summary>
    public static EntityKind<User> User { get; } = new("user", () => Json.User, _ => Reach.Nothing, Promotions.User.BootstrapId + 1);

    /// <summary>Logins.</summary>
    public static EntityKind<ManagementSession> ManagementSession { get; } = new("managementSession", () => Json.ManagementSession, _ => Reach.Nothing);

    /// <summary>What is set for the whole account.</summary>
    public static EntityKind<AccountSettings> AccountSettings { get; } = new("accountSettings", () => Json.AccountSettings, _ => Reach.Nothing);

    /// <summary>Attributes but for the built-in ones.</summary>
    public static EntityKind<EntityAttribute> Attribute { get; } =
        new("attribute", () => Json.EntityAttribute, _ => Reach.Account, BuiltInAttributes.FirstCustomId);

    /// <summary>Campaigns.</summary>
    public static EntityKind<Campaign> Campaign { get; } = new("campaign", () => Json.Campaign, e => Reach.Of(e.ApplicationId));

    /// <summary>Rulesets.</summary>
    public static EntityKind<Ruleset> Ruleset { get; } = new("ruleset", () => Json.Ruleset, e => Reach.Of(e.ApplicationId));

    /// <summary>Evaluation groups.</summary>
    public static EntityKind<EvaluationGroup> EvaluationGroup { get; } = new("evaluationGroup", () => Json.EvaluationGroup, e => Reach.Of(e.ApplicationId));

    /// <summary>Additional costs.</summary>
    public static EntityKind<AccountAdditionalCost> AdditionalCost { get; } = new("additionalCost", () => Json.AccountAdditionalCost, _ => Reach.Account);

    /// <summary>Event types.</summary>
    public static EntityKind<EventType> EventType { get; } = new("eventType", () => Json.EventType, _ => Reach.Account);

    /// <summary>Stores.</summary>
    public static EntityKind<Store> Store { get; } = new("store", () => Json.Store, e => Reach.Of(e.ApplicationId));

    /// <summary>Collections.</summary>
    public static EntityKind<Collection> Collection { get; } = new("collection", () => Json.Collection, _ => Reach.Account);

    /// <summary>What is in collections.</summary>
    public static EntityKind<CollectionItems> CollectionItems { get; } = new("collectionItems", () => Json.CollectionItems, _ => Reach.Account);

    /// <summary>Custom effects.</summary>
    public static EntityKind<CustomEffect> CustomEffect { get; } = new("customEffect", () => Json.CustomEffect, _ => Reach.Account);

    /// <summary>Giveaway pools.</summary>
    public static EntityKind<GiveawayPool> GiveawayPool { get; } = new("giveawayPool", () => Json.GiveawayPool, _ => Reach.Account);

    /// <summary>Webhooks.</summary>
    public static EntityKind<Webhook> Webhook { get; } = new("webhook", () => Json.Webhook, _ => Reach.Account);

    /// <summary>Achievements.</summary>
    public static EntityKind<Achievement> Achievement { get; } = new("achievement", () => Json.Achievement, e => Reach.Of(e.ApplicationId));

    /// <summary>Loyalty programmes.</summary>
    public static EntityKind<LoyaltyProgram> LoyaltyProgram { get; } = new("loyaltyProgram", () => Json.LoyaltyProgram, _ => Reach.Account);

    /// <summary>Audiences.</summary>
    public static EntityKind<Audience> Audience { get; } = new("audience", () => Json.Audience, _ => Reach.Account);

    /// <summary>Catalogs.</summary>
    public static EntityKind<Catalog> Catalog { get; } = new("catalog", () => Json.Catalog, _ => Reach.Account);

    /// <summary>Value maps.</summary>
    public static EntityKind<ValueMap> ValueMap { get; } = new("valueMap", () => Json.ValueMap, e => Reach.Of(e.ApplicationId));

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<EntityKind> All { get; } =
    [
        Application, ApiKey, ManagementKey, User, ManagementSession, AccountSettings, Attribute, Campaign, Ruleset, EvaluationGroup, AdditionalCost, EventType, Store,
        Collection, CollectionItems, CustomEffect, GiveawayPool, Achievement, Webhook, LoyaltyProgram, Audience, Catalog, ValueMap,
    ];

    /// <summary>The kind of a name; null for one that this version does not know.</summary>
    public static EntityKind? Find(string name) => ByName.GetValueOrDefault(name);

    private static readonly Dictionary<string, EntityKind> ByName = All.ToDictionary(kind => kind.Name);
}
