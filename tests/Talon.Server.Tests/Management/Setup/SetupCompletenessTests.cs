using System.Text.Json;
using System.Text.Json.Nodes;
using Talon.Http;
using Talon.Promotions;

namespace Talon.Server.Tests;

public sealed class SetupCompletenessTests
{
    /// <summary>Kinds of entities, and where a set-up holds them.</summary>
    private static readonly Dictionary<string, string> Held = new()
    {
        ["application"] = "application",
        ["attribute"] = "attributes",
        ["campaign"] = "campaigns",
        ["ruleset"] = "campaigns/rules",
        ["evaluationGroup"] = "evaluationGroups",
        ["additionalCost"] = "additionalCosts",
        ["eventType"] = "eventTypes",
        ["store"] = "stores",
        ["collection"] = "collections",
        ["collectionItems"] = "collections/items",
        ["customEffect"] = "customEffects",
        ["giveawayPool"] = "giveawayPools",
        ["webhook"] = "webhooks",
        ["achievement"] = "achievements",
        ["loyaltyProgram"] = "loyaltyPrograms",
        ["audience"] = "audiences",
        ["catalog"] = "catalogs",
        ["valueMap"] = "campaigns/valueMaps",
    };

    /// <summary>Kinds that are the account's own, or secret.</summary>
    private static readonly string[] NotHeld = ["apiKey", "managementKey", "user", "managementSession", "accountSettings"];

    /// <summary>Members that cannot change, that only say what holds without them, and places in an order, which stay until others are given.</summary>
    private static readonly string[] Fixed =
    [
        "audiences/integration", "audiences/integrationId", "attributes/eventType", "customEffects/isPerItem", "evaluationGroups/position", "campaigns/evaluationPosition",
    ];

    [Fact]
    public async Task Every_kind_of_entity_is_in_the_set_up_or_is_not_of_one_application()
    {
        var world = await ManagementWorld.CreateAsync();
        var setup = await world.GetAsync(await FullShop.CreateAsync(world) + "/setup");

        Assert.Equal(EntityKinds.All.Select(kind => kind.Name).Order(), Held.Keys.Concat(NotHeld).Order());
        Assert.All(setup.EnumerateObject(), member => Assert.True(member.Value.ValueKind == JsonValueKind.Object || member.Value.GetArrayLength() > 0, $"The full shop has no {member.Name}."));
        Assert.All(Held.Values, place =>
        {
            var steps = place.Split('/');
            var held = setup.GetProperty(steps[0]);
            Assert.True(steps.Length == 1 || held.EnumerateArray().Any(entity => entity.TryGetProperty(steps[1], out var inner) && inner.GetArrayLength() > 0), $"The full shop has no {place}.");
        });
    }

    [Fact]
    public async Task Whatever_may_be_left_out_is_gone_once_it_is_left_out()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await FullShop.CreateAsync(world);
        var setup = await FullShop.SetupAsync(world, application);
        var kept = new List<string>();
        foreach (var (part, schema) in Parts())
        {
            var count = JsonNode.Parse(setup)![part] is JsonArray list ? list.Count : 1;
            for (var i = 0; i < count; i++)
            {
                foreach (var property in schema.Properties.Where(property => !property.IsRequired && !Fixed.Contains($"{part}/{property.Name}")))
                {
                    var document = JsonNode.Parse(setup)!.AsObject();
                    var entity = (document[part] is JsonArray entities ? entities[i]! : document[part]!).AsObject();
                    if (!entity.Remove(property.Name))
                        continue;
                    if (!await IsGoneAsync(world, application, document, property.Name))
                        kept.Add($"{part}/{property.Name}");
                }
            }
        }

        Assert.True(kept.Count == 0, string.Join(", ", kept.Distinct()));
    }

    [Fact]
    public async Task What_is_secret_stands_in_no_file_and_stays_on_the_server()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await FullShop.CreateAsync(world);
        var setup = await FullShop.SetupAsync(world, application);
        var webhook = (await world.GetAsync("/v1/webhooks")).GetProperty("data")[0];

        Assert.DoesNotContain("of-nobody", setup, StringComparison.Ordinal);
        Assert.DoesNotContain(webhook.GetProperty("secret").GetString()!, setup, StringComparison.Ordinal);
        Assert.Contains("Authorization: <secret>", JsonNode.Parse(setup)!["webhooks"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);

        var document = JsonNode.Parse(setup)!;
        document["webhooks"]![0]!["description"] = "Another one";
        await world.PutAsync(application + "/setup", document.ToJsonString());
        Assert.Equal("Authorization: Bearer of-nobody", (await world.GetAsync("/v1/webhooks")).GetProperty("data")[0].GetProperty("headers")[1].GetString());

        document["webhooks"]![0]!["headers"]![1] = "Authorization: Bearer of-somebody";
        var change = (await world.PutAsync(application + "/setup", document.ToJsonString())).GetProperty("changes");
        Assert.Equal("update Tell the CRM", $"{change[0].GetProperty("action").GetString()} {change[0].GetProperty("name").GetString()}");
        Assert.DoesNotContain("somebody", change.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("Authorization: Bearer of-somebody", (await world.GetAsync("/v1/webhooks")).GetProperty("data")[0].GetProperty("headers")[1].GetString());
        Assert.Equal(0, (await world.PutAsync(application + "/setup", document.ToJsonString())).GetProperty("changes").GetArrayLength());
    }

    private static async Task<bool> IsGoneAsync(ManagementWorld world, string application, JsonObject document, string name)
    {
        var (_, response) = await world.TryAsync("PUT", application + "/setup?dry=true", document.ToJsonString());
        var answer = JsonElement.Parse(response.Body.Span);
        // A refusal says why not: rules may need it.
        return response.Status == 400 || answer.GetProperty("changes").EnumerateArray()
            .Any(change => change.TryGetProperty("differences", out var differences) && differences.EnumerateArray().Any(difference => difference.GetProperty("pointer").GetString()!.StartsWith("/" + name, StringComparison.Ordinal)));
    }

    private static IEnumerable<(string Part, ObjectSchema Schema)> Parts() => SetupDocument.Schema.Properties.Select(property =>
        (property.Name, property.Schema as ObjectSchema ?? (ObjectSchema)((ArraySchema)property.Schema).Items));
}
