namespace Talon.RuleEngine;

/// <summary>What the rules of an Application may refer to. Immutable; part of a configuration version.</summary>
public sealed record Vocabulary
{
    /// <summary>Attributes, built-in and custom.</summary>
    public IReadOnlyList<AttributeDefinition> Attributes { get; init; } = [];

    /// <summary>Custom event types.</summary>
    public IReadOnlyList<NamedEntity> EventTypes { get; init; } = [];

    /// <summary>Campaigns of the Application, for effects that create coupons or referrals in another campaign.</summary>
    public IReadOnlyList<NamedEntity> Campaigns { get; init; } = [];

    /// <summary>Loyalty programmes that the Application is subscribed to.</summary>
    public IReadOnlyList<NamedEntity> LoyaltyPrograms { get; init; } = [];

    /// <summary>Settings of loyalty programmes, as far as points granted by rules depend on them.</summary>
    public IReadOnlyList<LoyaltyProgramDefinition> LoyaltyProgramSettings { get; init; } = [];

    /// <summary>Giveaway pools.</summary>
    public IReadOnlyList<NamedEntity> GiveawayPools { get; init; } = [];

    /// <summary>Audiences.</summary>
    public IReadOnlyList<NamedEntity> Audiences { get; init; } = [];

    /// <summary>Achievements.</summary>
    public IReadOnlyList<NamedEntity> Achievements { get; init; } = [];

    /// <summary>Stores; <see cref="NamedEntity.Name"/> is the integration id.</summary>
    public IReadOnlyList<NamedEntity> Stores { get; init; } = [];

    /// <summary>Webhooks.</summary>
    public IReadOnlyList<NamedEntity> Webhooks { get; init; } = [];

    /// <summary>What webhooks take; one that is not among them takes anything.</summary>
    public IReadOnlyList<WebhookDefinition> WebhookSettings { get; init; } = [];

    /// <summary>Additional costs.</summary>
    public IReadOnlyList<AdditionalCostDefinition> AdditionalCosts { get; init; } = [];

    /// <summary>Custom effects.</summary>
    public IReadOnlyList<CustomEffectDefinition> CustomEffects { get; init; } = [];

    /// <summary>Collections of the account and of campaigns.</summary>
    public IReadOnlyList<CollectionDefinition> Collections { get; init; } = [];

    /// <summary>Value maps.</summary>
    public IReadOnlyList<ValueMapDefinition> ValueMaps { get; init; } = [];
}

/// <summary>Something that rules name by id or by unique name.</summary>
/// <param name="Id">Server-assigned id.</param>
/// <param name="Name">Unique among its kind.</param>
public sealed record NamedEntity(long Id, string Name);

/// <summary>An attribute of an entity.</summary>
/// <param name="Entity">The entity that carries it.</param>
/// <param name="Name">The API name.</param>
/// <param name="Type">The declared type.</param>
/// <param name="EventType">For event attributes, the event type; otherwise null.</param>
public sealed record AttributeDefinition(AttributeEntity Entity, string Name, AttributeType Type, string? EventType = null);

/// <summary>An additional cost such as shipping.</summary>
/// <param name="Id">Server-assigned id.</param>
/// <param name="Name">The API name.</param>
/// <param name="OnSession">Whether sessions may carry it.</param>
/// <param name="OnItem">Whether cart items may carry it.</param>
public sealed record AdditionalCostDefinition(long Id, string Name, bool OnSession, bool OnItem);

/// <summary>An effect defined by the account.</summary>
/// <param name="Id">Server-assigned id.</param>
/// <param name="Name">The API name.</param>
/// <param name="PerItem">Whether it fires per cart item unit.</param>
/// <param name="Payload">A JSON template; <c>${name}</c> stands for a parameter.</param>
/// <param name="Parameters">Names of the parameters that a rule passes.</param>
public sealed record CustomEffectDefinition(long Id, string Name, bool PerItem, string Payload, IReadOnlyList<string> Parameters);

/// <summary>What a webhook takes.</summary>
/// <param name="Id">Server-assigned id.</param>
/// <param name="Parameters">The parameters that a rule may pass.</param>
public sealed record WebhookDefinition(long Id, IReadOnlyList<ParameterDefinition> Parameters);

/// <summary>A parameter that a rule may pass.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its values.</param>
public sealed record ParameterDefinition(string Name, AttributeType Type);

/// <summary>A named set of strings.</summary>
/// <param name="Id">Server-assigned id.</param>
/// <param name="Name">Unique in the account, or in its campaign.</param>
/// <param name="CampaignId">The owning campaign; null for one of the account or Application.</param>
/// <param name="Items">The members.</param>
public sealed record CollectionDefinition(long Id, string Name, long? CampaignId, IReadOnlySet<string> Items);

/// <summary>A mapping from a key to a number, used by per-item values.</summary>
/// <param name="Id">Server-assigned id.</param>
/// <param name="Name">Unique name.</param>
/// <param name="Entries">The mapping.</param>
public sealed record ValueMapDefinition(long Id, string Name, IReadOnlyDictionary<string, decimal> Entries);
