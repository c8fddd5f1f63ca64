namespace Talon.Promotions;

/// <summary>The use cases of setting up an account.</summary>
public sealed class AccountSetup(SetupContext context)
{
    /// <summary>The same use cases for one change inside a scope.</summary>
    public AccountSetup Within(EditScope scope) => new(context with { Scope = scope });

    /// <summary>The same use cases in a rehearsal, which stores nothing.</summary>
    public AccountSetup Rehearsal(PromotionServices rehearsal) => new(context with { Configurations = rehearsal.Configurations, Ids = rehearsal.Ids });

    /// <summary>Where the configuration is kept, for those who only read.</summary>
    public ConfigurationStore Configurations { get; } = context.Configurations;

    /// <summary>Applications.</summary>
    public ApplicationSetup Applications { get; } = new(context);

    /// <summary>Keys of the Integration API.</summary>
    public ApiKeySetup ApiKeys { get; } = new(context);

    /// <summary>Keys of the Management API.</summary>
    public ManagementKeySetup ManagementKeys { get; } = new(context);

    /// <summary>Keys of the Management API but for the operator's.</summary>
    public ManagementKeyEditing OtherManagementKeys { get; } = new(context);

    /// <summary>Those who log in with a password.</summary>
    public UserSetup Users { get; } = new(context);

    /// <summary>Logins.</summary>
    public SessionSetup Sessions { get; } = new(context);

    /// <summary>What is set for the whole account.</summary>
    public AccountSettingsSetup Settings { get; } = new(context);

    /// <summary>Attributes.</summary>
    public AttributeSetup Attributes { get; } = new(context);

    /// <summary>Campaigns.</summary>
    public CampaignSetup Campaigns { get; } = new(context);

    /// <summary>Rulesets.</summary>
    public RulesetSetup Rulesets { get; } = new(context);

    /// <summary>Evaluation groups.</summary>
    public EvaluationGroupSetup EvaluationGroups { get; } = new(context);

    /// <summary>Additional costs.</summary>
    public AdditionalCostSetup AdditionalCosts { get; } = new(context);

    /// <summary>Event types.</summary>
    public EventTypeSetup EventTypes { get; } = new(context);

    /// <summary>Stores.</summary>
    public StoreSetup Stores { get; } = new(context);

    /// <summary>Audiences.</summary>
    public AudienceSetup Audiences { get; } = new(context);

    /// <summary>Collections.</summary>
    public CollectionSetup Collections { get; } = new(context);

    /// <summary>Custom effects.</summary>
    public CustomEffectSetup CustomEffects { get; } = new(context);

    /// <summary>Giveaway pools.</summary>
    public GiveawayPoolSetup GiveawayPools { get; } = new(context);

    /// <summary>Webhooks.</summary>
    public WebhookSetup Webhooks { get; } = new(context);

    /// <summary>Achievements.</summary>
    public AchievementSetup Achievements { get; } = new(context);

    /// <summary>Loyalty programmes.</summary>
    public LoyaltyProgramSetup LoyaltyPrograms { get; } = new(context);

    /// <summary>Value maps.</summary>
    public ValueMapSetup ValueMaps { get; } = new(context);

    /// <summary>Catalogs.</summary>
    public CatalogSetup Catalogs { get; } = new(context);

    /// <summary>Begins a batch of changes that take effect together.</summary>
    /// <param name="trial">Whether it is only tried: it takes no ids and cannot be committed.</param>
    /// <param name="cancellation">Gives up reading the configuration.</param>
    public async Task<SetupBatch> BeginAsync(bool trial, CancellationToken cancellation = default) =>
        new(context, await Configurations.GetAsync(cancellation), trial);
}
