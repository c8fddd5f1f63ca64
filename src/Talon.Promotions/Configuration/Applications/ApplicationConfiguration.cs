using System.Collections.Frozen;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What the requests of one Application need of a configuration version. Immutable; its parts are made when first asked for.</summary>
public sealed class ApplicationConfiguration
{
    private readonly ApplicationEntities _entities;
    private readonly Lazy<AttributeChecker> _attributes;
    private readonly Lazy<AdditionalCostChecker> _costs;
    private readonly Lazy<ApplicationSettings> _settings;
    private readonly Lazy<Vocabulary> _vocabulary;
    private readonly Lazy<FrozenDictionary<string, Store>> _stores;
    private readonly Lazy<FrozenDictionary<long, Campaign>> _campaigns;

    internal ApplicationConfiguration(Application application, EntitySets sets, ApplicationCache cache)
    {
        Application = application;
        _entities = new(application.Id, sets);
        _attributes = new(() => cache.Attributes.Get(_entities.Attributes, () => new(_entities.Attributes)));
        _costs = new(() => cache.Costs.Get(_entities.AdditionalCosts, () => new(_entities.AdditionalCosts)));
        _settings = new(() => cache.Settings.Get([Application, Attributes], () => SettingsBuilder.Build(Application, Attributes)));
        _vocabulary = new(() => VocabularyBuilder.Build(_entities, cache.Vocabulary));
        _stores = new(() => _entities.Stores.ToFrozenDictionary(store => store.IntegrationId));
        _campaigns = new(() => _entities.Campaigns.ToFrozenDictionary(campaign => campaign.Id));
    }

    /// <summary>The Application.</summary>
    public Application Application { get; }

    /// <summary>Its attributes, built-in and custom.</summary>
    public AttributeChecker Attributes => _attributes.Value;

    /// <summary>Its additional costs.</summary>
    public AdditionalCostChecker AdditionalCosts => _costs.Value;

    /// <summary>What the rule engine knows of the Application.</summary>
    public ApplicationSettings Settings => _settings.Value;

    /// <summary>What its rules may refer to.</summary>
    public Vocabulary Vocabulary => _vocabulary.Value;

    /// <summary>Its campaigns by id, in any state.</summary>
    public IReadOnlyDictionary<long, Campaign> Campaigns => _campaigns.Value;

    /// <summary>Its stores by integration id.</summary>
    public IReadOnlyDictionary<string, Store> Stores => _stores.Value;

    /// <summary>The facts of a store; null when there is none of that integration id.</summary>
    public StoreFacts? FindStore(string integrationId) => Stores.GetValueOrDefault(integrationId) is { } store
        ? new(store.Id, store.IntegrationId, store.Name, Attributes.ToValues(AttributeEntity.Store, store.Attributes.GetValueOrDefault()))
        : null;
}
