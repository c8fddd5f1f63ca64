using System.Collections.Frozen;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What the requests of one Application need of a configuration version. Immutable; its parts are made when first asked for.</summary>
public sealed class ApplicationConfiguration
{
    private readonly ApplicationEntities _entities;
    private readonly ApplicationCache _cache;
    private readonly Lazy<AttributeChecker> _attributes;
    private readonly Lazy<AdditionalCostChecker> _costs;
    private readonly Lazy<ApplicationSettings> _settings;
    private readonly Lazy<Vocabulary> _vocabulary;
    private readonly Lazy<FrozenDictionary<string, Store>> _stores;
    private readonly Lazy<FrozenSet<string>> _eventTypes;
    private readonly Lazy<FrozenDictionary<long, AchievementSchedule>> _achievements;
    private readonly Lazy<FrozenDictionary<long, Campaign>> _campaigns;
    private readonly Lazy<FrozenDictionary<long, LoyaltyProgram>> _programs;
    private readonly Lazy<FrozenDictionary<long, Audience>> _audiences;
    private readonly Lazy<FrozenDictionary<long, Catalog>> _catalogs;
    private readonly Lazy<IReadOnlyList<(Campaign Campaign, CompileResult Result)>> _compiled;
    private readonly Lazy<EngineSnapshot> _engine;

    internal ApplicationConfiguration(Application application, EntitySets sets, ApplicationCache cache)
    {
        Application = application;
        _entities = new(application.Id, sets);
        _cache = cache;
        _attributes = new(() => cache.Attributes.Get(_entities.Attributes, () => new(_entities.Attributes)));
        _costs = new(() => cache.Costs.Get(_entities.AdditionalCosts, () => new(_entities.AdditionalCosts)));
        _settings = new(() => cache.Settings.Get([Application, Attributes], () => SettingsBuilder.Build(Application, Attributes)));
        _vocabulary = new(() => VocabularyBuilder.Build(_entities, cache));
        _achievements = new(() => _entities.Achievements.ToFrozenDictionary(achievement => achievement.Id, achievement => new AchievementSchedule(achievement, Settings.TimeZone)));
        _eventTypes = new(() => _entities.EventTypes.Select(type => type.Name).ToFrozenSet());
        _stores = new(() => _entities.Stores.ToFrozenDictionary(store => store.IntegrationId));
        _campaigns = new(() => _entities.Campaigns.ToFrozenDictionary(campaign => campaign.Id));
        _programs = new(() => _entities.LoyaltyPrograms.ToFrozenDictionary(program => program.Id));
        _audiences = new(() => _entities.Audiences.ToFrozenDictionary(audience => audience.Id));
        _catalogs = new(() => _entities.Catalogs.ToFrozenDictionary(catalog => catalog.Id));
        _compiled = new(CompileAll);
        _engine = new(() => EngineSnapshot.Create(
            Settings,
            CampaignDefinitions.Define(_entities.EvaluationGroups, _entities.BaseGroupId),
            _compiled.Value.Select(campaign => campaign.Result.Campaign).OfType<CompiledCampaign>()));
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

    /// <summary>Its campaigns, ready to be evaluated: all but archived ones, disabled ones included.</summary>
    public EngineSnapshot Engine => _engine.Value;

    /// <summary>Its campaigns by id, in any state.</summary>
    public IReadOnlyDictionary<long, Campaign> Campaigns => _campaigns.Value;

    /// <summary>The loyalty programmes that it is subscribed to, by id.</summary>
    public IReadOnlyDictionary<long, LoyaltyProgram> LoyaltyPrograms => _programs.Value;

    /// <summary>The audiences that exist in it, by id.</summary>
    public IReadOnlyDictionary<long, Audience> Audiences => _audiences.Value;

    /// <summary>The catalogs that fill its carts, by id.</summary>
    public IReadOnlyDictionary<long, Catalog> Catalogs => _catalogs.Value;

    /// <summary>Its stores by integration id.</summary>
    public IReadOnlyDictionary<string, Store> Stores => _stores.Value;

    /// <summary>Campaigns that cannot be evaluated and are not in <see cref="Engine"/>; no enabled one gets there by a change of the set-up.</summary>
    public IEnumerable<BrokenCampaign> BrokenCampaigns =>
        from compiled in _compiled.Value
        where compiled.Result.Campaign is null
        select new BrokenCampaign(compiled.Campaign.Id, compiled.Result.Problems);

    /// <summary>Its achievements by id.</summary>
    internal IReadOnlyDictionary<long, AchievementSchedule> Achievements => _achievements.Value;

    /// <summary>Whether custom events of a type may be sent.</summary>
    public bool HasEventType(string name) => _eventTypes.Value.Contains(name);

    /// <summary>The facts of a store; null when there is none of that integration id.</summary>
    public StoreFacts? FindStore(string integrationId) => Stores.GetValueOrDefault(integrationId) is { } store
        ? new(store.Id, store.IntegrationId, store.Name, Attributes.ToValues(AttributeEntity.Store, store.Attributes.GetValueOrDefault()))
        : null;

    /// <summary>Compiles a campaign with a ruleset that may not be saved yet.</summary>
    internal CompileResult Compile(Campaign campaign, Ruleset ruleset) => CampaignCompiler.Compile(
        CampaignDefinitions.Define(campaign, ruleset, _entities.BaseGroupId, Attributes),
        Vocabulary,
        Settings);

    private IReadOnlyList<(Campaign Campaign, CompileResult Result)> CompileAll() => _cache.Campaigns.Get(
        _entities.Campaigns.Where(campaign => campaign.State != CampaignState.Archived).Select(campaign => (campaign, _entities.FindRuleset(campaign.ActiveRulesetId))),
        (campaign, ruleset) => CampaignDefinitions.Define(campaign, ruleset, _entities.BaseGroupId, Attributes),
        Vocabulary,
        Settings);
}
