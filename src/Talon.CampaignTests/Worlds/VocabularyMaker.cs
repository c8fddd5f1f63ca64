using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>Makes the rule engine's vocabulary.</summary>
internal static class VocabularyMaker
{
    /// <summary>The attributes, built-in ones first.</summary>
    public static AttributeChecker Attributes(VocabularyInput input) => new(BuiltInAttributes.All.Concat(input.Attributes.Select(Attribute)));

    public static Vocabulary Make(VocabularyInput input, AttributeChecker attributes, IReadOnlyList<CampaignInput> campaigns) => new()
    {
        Attributes = [.. attributes.All.Select(attribute => new AttributeDefinition(attribute.Entity, attribute.Name, attribute.Type, attribute.EventType))],
        EventTypes = Named(input.EventTypes),
        Campaigns = Named([.. campaigns.Select(campaign => campaign.Name)]),
        LoyaltyPrograms = Named([.. input.LoyaltyPrograms.Select(program => program.Name)]),
        LoyaltyProgramSettings = [.. input.LoyaltyPrograms.Select(Program)],
        GiveawayPools = Named(input.GiveawayPools),
        Audiences = Named(input.Audiences),
        Achievements = Named(input.Achievements),
        Stores = Named(input.Stores),
        Webhooks = Named(input.Webhooks),
        AdditionalCosts = [.. input.AdditionalCosts.Select((cost, index) => new AdditionalCostDefinition(index + 1, cost.Name, cost.Type != "item", cost.Type != "session"))],
        CustomEffects = [.. input.CustomEffects.Select((effect, index) => new CustomEffectDefinition(index + 1, effect.Name, effect.PerItem, effect.Payload, effect.Parameters ?? []))],
        Collections = [.. Collections(input, campaigns).Select((collection, index) => new CollectionDefinition(index + 1, collection.Name, collection.Campaign, collection.Items.ToHashSet()))],
        ValueMaps = [.. input.ValueMaps.Select((map, index) => new ValueMapDefinition(index + 1, map.Key, map.Value))],
    };

    private static IEnumerable<(string Name, long? Campaign, IReadOnlyList<string> Items)> Collections(VocabularyInput input, IReadOnlyList<CampaignInput> campaigns) =>
    [
        .. input.Collections.Select(collection => (collection.Key, (long?)null, collection.Value)),
        .. campaigns.SelectMany((campaign, index) => campaign.Collections.Select(collection => (collection.Key, (long?)CampaignMaker.IdOf(campaign, index), collection.Value))),
    ];

    private static NamedEntity[] Named(IReadOnlyList<string> names) => [.. names.Select((name, index) => new NamedEntity(index + 1, name))];

    private static LoyaltyProgramDefinition Program(LoyaltyProgramInput program, int index) => new(
        index + 1, program.Pending, program.Validity, [.. program.Tiers.Select(tier => new LoyaltyTierDefinition(tier.Key, tier.Value))], program.CardBased, World.Zone(program.Timezone));

    private static EntityAttribute Attribute(AttributeInput input) => new()
    {
        Id = 0,
        Created = DateTimeOffset.UnixEpoch,
        Entity = input.Entity,
        Name = input.Name,
        Title = input.Name,
        Type = AttributeTypeNames.Parse(input.Type) ?? throw new TestFileException($"There is no type \"{input.Type}\" of attributes."),
        EventType = input.EventType,
    };
}
