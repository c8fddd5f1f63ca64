using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Turns what an Application can see into the rule engine's vocabulary.</summary>
internal static class VocabularyBuilder
{
    /// <summary>The vocabulary; the same object while nothing in it changes.</summary>
    public static Vocabulary Build(ApplicationEntities entities, ApplicationCache cache)
    {
        var parts = cache.VocabularyParts.Get(
            [
                .. entities.Attributes,
                .. entities.EventTypes,
                .. entities.Stores,
                .. entities.AdditionalCosts,
                .. entities.CustomEffects,
                .. entities.Collections,
                .. entities.Collections.Select(entities.ItemsOf),
                .. entities.GiveawayPools,
                .. entities.LoyaltyPrograms,
                .. entities.Audiences,
                .. entities.Achievements,
                .. entities.Webhooks,
                .. entities.ValueMaps,
            ],
            () => Build(entities));
        NamedEntity[] names = [.. entities.Campaigns.Select(campaign => new NamedEntity(campaign.Id, campaign.Name))];
        return cache.Vocabulary.Get(parts, names);
    }

    /// <summary>Whether two vocabularies made for the same Application name the same things but for campaigns.</summary>
    public static bool DifferInCampaignsOnly(Vocabulary one, Vocabulary other) => ReferenceEquals(one.Attributes, other.Attributes);

    private static Vocabulary Build(ApplicationEntities entities) => new()
    {
        Attributes = [.. entities.Attributes.Select(a => new AttributeDefinition(a.Entity, a.Name, a.Type, a.EventType))],
        EventTypes = [.. entities.EventTypes.Select(e => new NamedEntity(e.Id, e.Name))],
        Stores = [.. entities.Stores.Select(s => new NamedEntity(s.Id, s.IntegrationId))],
        AdditionalCosts = [.. entities.AdditionalCosts.Select(Define)],
        CustomEffects = [.. entities.CustomEffects.Select(Define)],
        Collections = [.. entities.Collections.Select(c => new CollectionDefinition(c.Id, c.Name, c.CampaignId, entities.ItemsOf(c)?.Set() ?? CollectionItems.NoItems))],
        GiveawayPools = [.. entities.GiveawayPools.Select(p => new NamedEntity(p.Id, p.Name))],
        Webhooks = [.. entities.Webhooks.Select(w => new NamedEntity(w.Id, w.Title))],
        WebhookSettings = [.. entities.Webhooks.Select(Define)],
        Achievements = [.. entities.Achievements.Select(a => new NamedEntity(a.Id, a.Name))],
        LoyaltyPrograms = [.. entities.LoyaltyPrograms.Select(p => new NamedEntity(p.Id, p.Name))],
        Audiences = [.. entities.Audiences.Select(a => new NamedEntity(a.Id, a.Name))],
        LoyaltyProgramSettings = [.. entities.LoyaltyPrograms.Select(Define)],
        ValueMaps = [.. entities.ValueMaps.Select(m => new ValueMapDefinition(m.Id, m.Name, m.Entries))],
    };

    private static AdditionalCostDefinition Define(AccountAdditionalCost cost) =>
        new(cost.Id, cost.Name, cost.Type != AdditionalCostScope.Item, cost.Type != AdditionalCostScope.Session);

    private static LoyaltyProgramDefinition Define(LoyaltyProgram program) =>
        new(program.Id, program.DefaultPending, program.DefaultValidity, [.. program.Tiers.Select(tier => new LoyaltyTierDefinition(tier.Name, tier.MinPoints))], program.CardBased, program.Zone(), program.AllowSubledger);

    private static WebhookDefinition Define(Webhook webhook) =>
        new(webhook.Id, [.. webhook.Params.Select(p => new ParameterDefinition(p.Name(), AttributeTypeNames.Parse(p.Type) ?? AttributeType.String))]);

    private static CustomEffectDefinition Define(CustomEffect effect) =>
        new(effect.Id, effect.Name, effect.IsPerItem, effect.Payload, [.. effect.Params.Select(p => p.Name())]);
}
