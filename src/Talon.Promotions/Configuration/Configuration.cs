using System.Collections.Concurrent;

namespace Talon.Promotions;

/// <summary>The configuration of the account at one version. Immutable; safe to keep for the length of a request.</summary>
public sealed class Configuration
{
    private readonly EntitySets _sets;
    private readonly ConcurrentDictionary<long, ApplicationConfiguration> _applications;
    private readonly ConcurrentDictionary<long, ApplicationCache> _caches;
    private readonly Lazy<KeyIndex<ApiKey>> _apiKeys;
    private readonly Lazy<KeyIndex<ManagementKey>> _managementKeys;
    private readonly Lazy<KeyIndex<ManagementSession>> _managementSessions;

    private Configuration(
        long version,
        EntitySets sets,
        ConcurrentDictionary<long, ApplicationConfiguration> applications,
        ConcurrentDictionary<long, ApplicationCache> caches,
        Configuration? previous)
    {
        Version = version;
        _sets = sets;
        _applications = applications;
        _caches = caches;
        _apiKeys = previous?.ApiKeys == ApiKeys ? previous._apiKeys : new(() => new(ApiKeys));
        _managementKeys = previous?.ManagementKeys == ManagementKeys ? previous._managementKeys : new(() => new(ManagementKeys));
        _managementSessions = previous?.ManagementSessions == ManagementSessions ? previous._managementSessions : new(() => new(ManagementSessions));
    }

    /// <summary>The configuration of an account in which nothing was set up yet.</summary>
    public static Configuration Empty => new(0, EntitySets.Empty, [], [], null);

    /// <summary>Counts changes, from 0 for <see cref="Empty"/>.</summary>
    public long Version { get; }

    /// <summary>Applications.</summary>
    public EntitySet<Application> Applications => Set(EntityKinds.Application);

    /// <summary>Keys of the Integration API, expired ones too.</summary>
    public EntitySet<ApiKey> ApiKeys => Set(EntityKinds.ApiKey);

    /// <summary>Keys of the Management API, expired ones too.</summary>
    public EntitySet<ManagementKey> ManagementKeys => Set(EntityKinds.ManagementKey);

    /// <summary>Those who log in with a password.</summary>
    public EntitySet<User> Users => Set(EntityKinds.User);

    /// <summary>Logins, expired ones too.</summary>
    public EntitySet<ManagementSession> ManagementSessions => Set(EntityKinds.ManagementSession);

    /// <summary>What is set for the whole account; one or none.</summary>
    public EntitySet<AccountSettings> AccountSettings => Set(EntityKinds.AccountSettings);

    /// <summary>Attributes but for the built-in ones.</summary>
    public EntitySet<EntityAttribute> Attributes => Set(EntityKinds.Attribute);

    /// <summary>Campaigns of all Applications.</summary>
    public EntitySet<Campaign> Campaigns => Set(EntityKinds.Campaign);

    /// <summary>Rulesets of all campaigns, in force or not.</summary>
    public EntitySet<Ruleset> Rulesets => Set(EntityKinds.Ruleset);

    /// <summary>Evaluation groups of all Applications, base groups included.</summary>
    public EntitySet<EvaluationGroup> EvaluationGroups => Set(EntityKinds.EvaluationGroup);

    /// <summary>Additional costs.</summary>
    public EntitySet<AccountAdditionalCost> AdditionalCosts => Set(EntityKinds.AdditionalCost);

    /// <summary>Event types.</summary>
    public EntitySet<EventType> EventTypes => Set(EntityKinds.EventType);

    /// <summary>Stores of all Applications.</summary>
    public EntitySet<Store> Stores => Set(EntityKinds.Store);

    /// <summary>Collections of the account and of all campaigns.</summary>
    public EntitySet<Collection> Collections => Set(EntityKinds.Collection);

    /// <summary>What is in collections, by the collection's id.</summary>
    public EntitySet<CollectionItems> CollectionItems => Set(EntityKinds.CollectionItems);

    /// <summary>Custom effects.</summary>
    public EntitySet<CustomEffect> CustomEffects => Set(EntityKinds.CustomEffect);

    /// <summary>Giveaway pools.</summary>
    public EntitySet<GiveawayPool> GiveawayPools => Set(EntityKinds.GiveawayPool);

    /// <summary>Webhooks.</summary>
    public EntitySet<Webhook> Webhooks => Set(EntityKinds.Webhook);

    /// <summary>Achievements of all campaigns.</summary>
    public EntitySet<Achievement> Achievements => Set(EntityKinds.Achievement);

    /// <summary>Loyalty programmes.</summary>
    public EntitySet<LoyaltyProgram> LoyaltyPrograms => Set(EntityKinds.LoyaltyProgram);

    /// <summary>Audiences.</summary>
    public EntitySet<Audience> Audiences => Set(EntityKinds.Audience);

    /// <summary>Catalogs.</summary>
    public EntitySet<Catalog> Catalogs => Set(EntityKinds.Catalog);

    /// <summary>Value maps of all campaigns.</summary>
    public EntitySet<ValueMap> ValueMaps => Set(EntityKinds.ValueMap);

    /// <summary>All entities of a kind.</summary>
    public EntitySet<T> Set<T>(EntityKind<T> kind)
        where T : class, IEntity => _sets.Of(kind);

    /// <summary>What an Application's requests need, made when first asked for. Throws <see cref="NotFoundException"/> for an unknown one.</summary>
    public ApplicationConfiguration For(long applicationId) => _applications.GetOrAdd(applicationId, Make);

    /// <summary>All attributes of the account, for what belongs to no Application.</summary>
    public AttributeChecker AccountAttributes() => new(BuiltInAttributes.All.Concat(Attributes).DistinctBy(attribute => (attribute.Entity, attribute.EventType, attribute.Name)));

    /// <summary>This configuration after some changes.</summary>
    public Configuration With(IReadOnlyList<ConfigurationChange> changes, long version)
    {
        var sets = _sets.With(changes);
        var affected = _sets.Affected(sets, changes);
        var unaffected = affected is null ? [] : _applications.Where(entry => !affected.Contains(entry.Key));
        return new(version, sets, new(unaffected), _caches, this);
    }

    internal IEntity? Find(EntityKind kind, long id) => _sets.Find(kind, id);

    internal ApiKey? FindApiKey(string key) => _apiKeys.Value.Find(key);

    internal ManagementSession? FindManagementSession(string token) => _managementSessions.Value.Find(token);

    internal ManagementKey? FindManagementKey(string key) => _managementKeys.Value.Find(key);

    internal IEnumerable<ConfigurationChange> AsChanges() => _sets.AsChanges();

    private ApplicationConfiguration Make(long applicationId) => Applications.Find(applicationId) is { } application
        ? new(application, _sets, _caches.GetOrAdd(applicationId, static _ => new()))
        : throw new NotFoundException($"There is no application {applicationId}.");
}
