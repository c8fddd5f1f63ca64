using System.Text.Json;
using System.Text.Json.Nodes;

namespace Talon.CampaignTests;

/// <summary>The small shop of campaign tests as a set-up's files describe it.</summary>
public static class SetupWorld
{
    private static readonly JsonSerializerOptions Options = new(TestFileReader.Options) { PropertyNameCaseInsensitive = true };

    private static readonly (string Ours, string Theirs)[] Settings =
    [
        ("currency", "currency"),
        ("timezone", "timezone"),
        ("cascadingDiscounts", "enableCascadingDiscounts"),
        ("partialDiscounts", "enablePartialDiscounts"),
        ("flattenCartItems", "enableFlattenedCartItems"),
        ("defaultDiscountScope", "defaultDiscountScope"),
        ("defaultItemDiscountScope", "defaultDiscountAdditionalCostPerItemScope"),
        ("attributes", "attributes"),
    ];

    /// <summary>A test file over a set-up: it takes the set-up's settings, vocabulary, groups and campaigns, and what it says itself goes before.</summary>
    /// <param name="file">The file.</param>
    /// <param name="setup">The set-up's document, which is valid.</param>
    public static CampaignTestFile Over(this CampaignTestFile file, JsonObject setup)
    {
        var settings = SettingsOf(setup["application"]!.AsObject());
        var vocabulary = VocabularyOf(setup);
        return file with
        {
            Settings = JsonSerializer.SerializeToElement(MergePatch.Apply(settings, file.Settings)),
            Vocabulary = file.Vocabulary with
            {
                Attributes = [.. file.Vocabulary.Attributes, .. vocabulary.Attributes],
                EventTypes = [.. file.Vocabulary.EventTypes, .. vocabulary.EventTypes],
                LoyaltyPrograms = [.. file.Vocabulary.LoyaltyPrograms, .. vocabulary.LoyaltyPrograms],
                GiveawayPools = [.. file.Vocabulary.GiveawayPools, .. vocabulary.GiveawayPools],
                Audiences = [.. file.Vocabulary.Audiences, .. vocabulary.Audiences],
                Achievements = [.. file.Vocabulary.Achievements, .. vocabulary.Achievements],
                Stores = [.. file.Vocabulary.Stores, .. vocabulary.Stores],
                Webhooks = [.. file.Vocabulary.Webhooks, .. vocabulary.Webhooks],
                AdditionalCosts = [.. file.Vocabulary.AdditionalCosts, .. vocabulary.AdditionalCosts],
                CustomEffects = [.. file.Vocabulary.CustomEffects, .. vocabulary.CustomEffects],
                Collections = file.Vocabulary.Collections.Concat(vocabulary.Collections.Where(other => !file.Vocabulary.Collections.ContainsKey(other.Key))).ToDictionary(),
                ValueMaps = file.Vocabulary.ValueMaps.Concat(vocabulary.ValueMaps.Where(other => !file.Vocabulary.ValueMaps.ContainsKey(other.Key))).ToDictionary(),
            },
            Groups = file.Groups.Count > 0 ? file.Groups : [.. List(setup, "evaluationGroups").Select(Group)],
            Campaigns = file.Campaigns.Count > 0 ? file.Campaigns : [.. List(setup, "campaigns").Where(campaign => Text(campaign, "state") != "archived").Select(Campaign)],
        };
    }

    private static JsonElement SettingsOf(JsonObject application)
    {
        var settings = new JsonObject();
        foreach (var (ours, theirs) in Settings)
        {
            if (application[theirs] is { } value)
                settings[ours] = value.DeepClone();
        }

        return JsonSerializer.SerializeToElement(settings);
    }

    private static VocabularyInput VocabularyOf(JsonObject setup) => new()
    {
        Attributes = [.. List(setup, "attributes").Select(json => new AttributeInput(Read<RuleEngine.AttributeEntity>(json["entity"]!), Name(json), Text(json, "type")!, Text(json, "eventType")))],
        EventTypes = [.. List(setup, "eventTypes").Select(Name)],
        LoyaltyPrograms = [.. List(setup, "loyaltyPrograms").Select(Program)],
        GiveawayPools = [.. List(setup, "giveawayPools").Select(Name)],
        Audiences = [.. List(setup, "audiences").Select(Name)],
        Achievements = [.. List(setup, "achievements").Select(Name)],
        Stores = [.. List(setup, "stores").Select(json => Text(json, "integrationId")!)],
        Webhooks = [.. List(setup, "webhooks").Where(json => Flag(json, "enabled") && !Flag(json, "draft")).Select(json => Text(json, "title")!)],
        AdditionalCosts = [.. List(setup, "additionalCosts").Select(json => new AdditionalCostInput(Name(json), Text(json, "type") ?? "session"))],
        CustomEffects = [.. List(setup, "customEffects").Where(json => Flag(json, "enabled")).Select(CustomEffect)],
        Collections = List(setup, "collections").ToDictionary(Name, Items),
        ValueMaps = List(setup, "campaigns").SelectMany(campaign => List(campaign, "valueMaps")).DistinctBy(Name).ToDictionary(Name, json => Read<IReadOnlyDictionary<string, decimal>>(json["entries"]!)),
    };

    private static LoyaltyProgramInput Program(JsonObject json) => new()
    {
        Name = Name(json),
        Pending = Text(json, "defaultPending")!,
        Validity = Text(json, "defaultValidity")!,
        CardBased = Flag(json, "cardBased"),
        Timezone = Text(json, "timezone")!,
        Tiers = List(json, "tiers").ToDictionary(Name, tier => tier["minPoints"]!.GetValue<decimal>()),
    };

    private static CustomEffectInput CustomEffect(JsonObject json) => new(
        Name(json), Text(json, "payload")!, Flag(json, "isPerItem"), [.. List(json, "params").Select(parameter => Text(parameter, "key") ?? Text(parameter, "title")!)]);

    private static GroupInput Group(JsonObject json) => new()
    {
        Name = Name(json),
        Parent = Text(json, "parent"),
        Mode = Read<RuleEngine.EvaluationMode>(json["evaluationMode"]!),
        Scope = json["evaluationScope"] is { } scope ? Read<RuleEngine.EvaluationScope>(scope) : default,
        Position = json["position"]?.GetValue<int>() ?? 0,
    };

    private static CampaignInput Campaign(JsonObject json) => new()
    {
        Name = Name(json),
        Enabled = Text(json, "state") == "enabled",
        StartTime = json["startTime"] is { } start ? Read<DateTimeOffset>(start) : null,
        EndTime = json["endTime"] is { } end ? Read<DateTimeOffset>(end) : null,
        Stores = json["linkedStores"] is { } stores ? Read<IReadOnlyList<string>>(stores) : [],
        Group = Text(json, "evaluationGroup"),
        Position = json["evaluationPosition"]?.GetValue<int>(),
        ReevaluateOnReturn = Flag(json, "reevaluateOnReturn"),
        Attributes = Element(json["attributes"]),
        Limits = [.. List(json, "limits").Select(Limit)],
        Collections = List(json, "collections").ToDictionary(Name, Items),
        Rules = Element(json["rules"] ?? new JsonArray()),
        Bindings = Element(json["bindings"]),
    };

    private static LimitInput Limit(JsonObject json) => new()
    {
        Action = Text(json, "action")!,
        Limit = json["limit"]!.GetValue<decimal>(),
        Period = json["period"] is { } period ? Read<RuleEngine.LimitPeriod>(period) : null,
        Entities = json["entities"] is JsonArray entities ? [.. entities.Select(entity => Enum.Parse<RuleEngine.LimitEntity>(entity!.GetValue<string>(), ignoreCase: true))] : [],
    };

    private static IReadOnlyList<string> Items(JsonObject json) => json["items"] is { } items ? Read<IReadOnlyList<string>>(items) : [];

    private static IEnumerable<JsonObject> List(JsonObject json, string member) => (json[member] as JsonArray ?? []).Select(element => element!.AsObject());

    private static string Name(JsonObject json) => Text(json, "name")!;

    private static string? Text(JsonObject json, string member) => json[member]?.GetValue<string>();

    private static bool Flag(JsonObject json, string member) => json[member]?.GetValue<bool>() == true;

    private static JsonElement Element(JsonNode? node) => node is null ? default : JsonSerializer.SerializeToElement(node);

    private static T Read<T>(JsonNode node) => node.Deserialize<T>(Options)!;
}
