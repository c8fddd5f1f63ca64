using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

/// <summary>Entities with as little in them as they need.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static ConfigurationStore Store(TestTables tables, ulong seed = 1) => new(tables, new SeededRandomSource(seed), TimeProvider.System);

    public static Application Application(long id = 1, string name = "shop") => new()
    {
        Id = id,
        Created = Now,
        Modified = Now,
        Name = name,
        Timezone = "Europe/Berlin",
        Currency = "EUR",
        Limits = [],
    };

    public static Campaign Campaign(long id, long applicationId = 1, string name = "campaign") => new()
    {
        Id = id,
        Created = Now,
        Updated = Now,
        ApplicationId = applicationId,
        UserId = 1,
        Name = name,
        State = CampaignState.Enabled,
    };

    public static EntityAttribute Attribute(long id, AttributeEntity entity, string name, AttributeType type = AttributeType.String) => new()
    {
        Id = id,
        Created = Now,
        Entity = entity,
        Name = name,
        Title = name,
        Type = type,
    };

    public static AccountAdditionalCost Cost(long id, string name, AdditionalCostScope type = AdditionalCostScope.Session) => new()
    {
        Id = id,
        Created = Now,
        Name = name,
        Title = name,
        Type = type,
    };

    public static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    public static ConfigurationChange Put(Application application) => ConfigurationChange.Put(EntityKinds.Application, application);

    public static ConfigurationChange Put(Campaign campaign) => ConfigurationChange.Put(EntityKinds.Campaign, campaign);

    public static ConfigurationChange Put(EntityAttribute attribute) => ConfigurationChange.Put(EntityKinds.Attribute, attribute);

    public static ConfigurationChange Put(AccountAdditionalCost cost) => ConfigurationChange.Put(EntityKinds.AdditionalCost, cost);

    /// <summary>A configuration with application 1 and some changes.</summary>
    public static Promotions.Configuration Configuration(params ConfigurationChange[] changes) =>
        Promotions.Configuration.Empty.With([Put(Application()), .. changes], 1);
}
