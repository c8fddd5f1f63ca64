using System.Text.Json;
using System.Text.Json.Nodes;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>What campaigns hold besides their settings: rules, collections and value maps.</summary>
internal static class CampaignContents
{
    private const string Rules = "rules";
    private const string Bindings = "bindings";
    private const string Strikethrough = "strikethroughRules";
    private const string Collections = "collections";
    private const string ValueMaps = "valueMaps";
    private static readonly JsonElement Empty = JsonElement.Parse("[]"u8);

    /// <summary>What files say of it.</summary>
    public static JsonObject Read(SetupView view, Campaign campaign)
    {
        var json = new JsonObject();
        if (view.Configuration.Rulesets.Find(campaign.ActiveRulesetId ?? 0) is { } ruleset)
        {
            var vocabulary = view.Configuration.For(view.ApplicationId).Vocabulary;
            json[Rules] = RuleReferences.WithNames(ruleset.Rules, vocabulary, campaign.Id);
            json[Bindings] = RuleReferences.WithNames(ruleset.Bindings, vocabulary, campaign.Id);
            if (ruleset.StrikethroughRules is { } strikethrough)
                json[Strikethrough] = RuleReferences.WithNames(strikethrough, vocabulary, campaign.Id);
        }

        json[Collections] = new JsonArray([.. CollectionsOf(view, campaign).OrderBy(collection => collection.Name, StringComparer.Ordinal).Select(collection => (JsonNode)SetupJson.Pick(
            CollectionPart.OfCampaign,
            new JsonObject { ["name"] = collection.Name, ["description"] = collection.Description, ["items"] = CollectionPart.ItemsOf(view.Configuration, collection.Id) }))]);
        json[ValueMaps] = new JsonArray([.. MapsOf(view, campaign).OrderBy(map => map.Name, StringComparer.Ordinal).Select(Describe)]);
        return json;
    }

    /// <summary>Makes its collections what they are to be. Those that it no longer has go last, with its old rules.</summary>
    public static async Task PutCollectionsAsync(SetupRun run, Campaign campaign, JsonElement wanted, string pointer, CancellationToken cancellation)
    {
        var owner = new CollectionOwner(campaign.ApplicationId, campaign.Id);
        foreach (var (json, place) in Elements(wanted, Collections, pointer))
        {
            var name = json.GetProperty("name"u8).GetString();
            var input = new CollectionInput { Name = name, Description = json.Text("description") };
            var known = CollectionsOf(run.View, campaign).FirstOrDefault(collection => collection.Name == name);
            if (known is null)
                await run.TryAsync(place, at => at, () => run.Account.Collections.CreateAsync(owner, input, run.Actor, cancellation));
            else if ((known.Description ?? "") != (input.Description ?? ""))
                await run.TryAsync(place, at => at, () => run.Account.Collections.UpdateAsync(owner, known.Id, input, run.Actor, cancellation));
            if (CollectionsOf(run.View, campaign).FirstOrDefault(collection => collection.Name == name) is { } filled)
                await CollectionPart.FillAsync(run, owner, filled, json, place, cancellation);
        }
    }

    /// <summary>Makes its value maps what they are to be.</summary>
    public static async Task PutValueMapsAsync(SetupRun run, Campaign campaign, JsonElement wanted, string pointer, CancellationToken cancellation)
    {
        foreach (var (json, place) in Elements(wanted, ValueMaps, pointer))
        {
            var name = json.GetProperty("name"u8).GetString()!;
            var input = new ValueMapInput(name, json.GetProperty("entries"u8).EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetDecimal()));
            var known = MapsOf(run.View, campaign).FirstOrDefault(map => map.Name == name);
            if (known is null)
                await run.TryAsync(place, at => at, () => run.Account.ValueMaps.CreateAsync(campaign.ApplicationId, campaign.Id, input, run.Actor, cancellation));
            else if (!JsonNode.DeepEquals(Describe(known), JsonObject.Create(json)))
                await run.TryAsync(place, at => at, () => run.Account.ValueMaps.UpdateAsync(campaign.ApplicationId, campaign.Id, known.Id, input, cancellation));
        }
    }

    /// <summary>Puts its rules in force as a new ruleset when they are to be others, and deletes collections and value maps that it no longer has.</summary>
    public static async Task PutRulesAsync(SetupRun run, SetupEntity? known, Campaign campaign, JsonElement wanted, string pointer, CancellationToken cancellation)
    {
        if (!AreSame(known, wanted))
        {
            var input = new RulesetInput
            {
                Rules = wanted.Member(Rules) ?? Empty,
                Bindings = wanted.Member(Bindings) ?? Empty,
                StrikethroughRules = wanted.Member(Strikethrough),
                Activate = true,
            };
            await run.TryAsync(pointer, at => at, () => run.Account.Rulesets.CreateAsync(campaign.ApplicationId, campaign.Id, input, run.Actor, cancellation));
        }

        var owner = new CollectionOwner(campaign.ApplicationId, campaign.Id);
        var names = Elements(wanted, Collections, pointer).Select(pair => pair.Json.GetProperty("name"u8).GetString()).ToHashSet();
        foreach (var collection in CollectionsOf(run.View, campaign).Where(collection => !names.Contains(collection.Name)).ToList())
            await run.TryAsync(pointer, at => at, () => run.Account.Collections.DeleteAsync(owner, collection.Id, cancellation));
        var maps = Elements(wanted, ValueMaps, pointer).Select(pair => pair.Json.GetProperty("name"u8).GetString()).ToHashSet();
        foreach (var map in MapsOf(run.View, campaign).Where(map => !maps.Contains(map.Name)).ToList())
            await run.TryAsync(pointer, at => at, () => run.Account.ValueMaps.DeleteAsync(campaign.ApplicationId, campaign.Id, map.Id, cancellation));
    }

    private static bool AreSame(SetupEntity? known, JsonElement wanted) => new[] { Rules, Bindings, Strikethrough }.All(member =>
        JsonNode.DeepEquals(known?.Json[member] ?? new JsonArray(), JsonArray.Create(wanted.Member(member) ?? Empty)));

    private static IEnumerable<Collection> CollectionsOf(SetupView view, Campaign campaign) =>
        view.Configuration.Collections.Where(collection => collection.CampaignId == campaign.Id);

    private static IEnumerable<ValueMap> MapsOf(SetupView view, Campaign campaign) =>
        view.Configuration.ValueMaps.Where(map => map.CampaignId == campaign.Id);

    private static JsonObject Describe(ValueMap map) => new()
    {
        ["name"] = map.Name,
        ["entries"] = new JsonObject(map.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value))),
    };

    private static IEnumerable<(JsonElement Json, string Pointer)> Elements(JsonElement wanted, string member, string pointer) =>
        wanted.Member(member) is { } list ? list.EnumerateArray().Select((json, index) => (json, JsonPointer.Append(JsonPointer.Append(pointer, member), index))) : [];
}
