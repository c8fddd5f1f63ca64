using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class EntityRoundTripTests
{
    [Fact]
    public async Task An_application_is_changed_and_read_back()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();

        await world.PutAsync(application, """{"name":"shop 2","timezone":"UTC","currency":"JPY","caseSensitivity":"insensitive-lowercase","enablePartialDiscounts":true,"sandbox":false}""");

        var read = await world.GetAsync(application);
        Assert.Equal(("shop 2", "JPY", "insensitive-lowercase"), (Text(read, "name"), Text(read, "currency"), Text(read, "caseSensitivity")));
        Assert.True(read.GetProperty("enablePartialDiscounts").GetBoolean());
        Assert.Equal(1, (await world.GetAsync("/v1/applications")).GetProperty("totalResultSize").GetInt32());
    }

    [Fact]
    public async Task Built_in_attributes_are_listed_besides_custom_ones()
    {
        var world = await ManagementWorld.CreateAsync();
        await world.PostAsync("/v1/attributes", """{"entity":"CartItem","name":"colour","title":"Colour","type":"(liststring)","description":"","suggestions":["red"],"editable":true}""");

        var custom = Assert.Single((await world.GetAsync("/v1/attributes?kind=custom")).GetProperty("data").EnumerateArray());
        var found = (await world.GetAsync("/v1/attributes?entity=CustomerProfile&search=shippingcity")).GetProperty("data");

        Assert.Equal("(list string)", Text(custom, "type"));
        Assert.Equal("ShippingCity", Text(Assert.Single(found.EnumerateArray()), "name"));
        Assert.False(found[0].GetProperty("editable").GetBoolean());
        Assert.Equal("Colour!", Text(await world.PutAsync($"/v1/attributes/{ManagementWorld.Id(custom)}", """{"entity":"CartItem","name":"colour","title":"Colour!","type":"(list string)","description":"d","suggestions":[],"editable":true}"""), "title"));
    }

    [Fact]
    public async Task A_campaign_is_changed_filtered_and_deleted()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        var campaign = await world.CampaignAsync(application);
        await world.CampaignAsync(application, ""","startTime":"2999-01-01T00:00:00Z" """);

        var updated = await world.PutAsync(campaign, """{"name":"winter","tags":["b","c"],"limits":[],"state":"disabled","linkedStoreIds":[],"evaluationPosition":7}""");

        Assert.Equal(7, updated.GetProperty("evaluationPosition").GetInt32());

        Assert.Equal(("winter", "disabled", "2"), (Text(updated, "name"), Text(updated, "frontendState"), updated.GetProperty("version").GetRawText()));
        Assert.Equal(["winter"], await NamesAsync(world, $"{application}/campaigns?campaignState=disabled"));
        Assert.Equal(["summer"], await NamesAsync(world, $"{application}/campaigns?campaignState=scheduled"));
        Assert.Equal(["winter"], await NamesAsync(world, $"{application}/campaigns?tags=x,c"));
        Assert.Equal(["winter", "summer"], await NamesAsync(world, $"{application}/campaigns?sort=-name"));
        Assert.Equal(["summer"], await NamesAsync(world, $"{application}/campaigns?pageSize=1&skip=1"));
        Assert.Equal([], await NamesAsync(world, $"{application}/campaigns?startBefore=2026-01-01"));
        await world.DeleteAsync(campaign);
        await world.GetAsync(campaign, 404);
    }

    [Fact]
    public async Task Rulesets_are_listed_replaced_activated_and_deleted()
    {
        var world = await ManagementWorld.CreateAsync();
        var campaign = await world.CampaignAsync(await world.ApplicationAsync());
        var first = ManagementWorld.Id(await world.PostAsync($"{campaign}/rulesets", ManagementWorld.Ruleset(more: ""","activate":true""")));
        var second = ManagementWorld.Id(await world.PostAsync($"{campaign}/rulesets", ManagementWorld.Ruleset()));

        await world.DeleteAsync($"{campaign}/rulesets/{first}", 409);
        await world.PutAsync($"{campaign}/rulesets/{second}", ManagementWorld.Ruleset("""["not",["couponValid"]]""", ""","activate":true"""));
        await world.DeleteAsync($"{campaign}/rulesets/{first}");

        var left = Assert.Single((await world.GetAsync($"{campaign}/rulesets")).GetProperty("data").EnumerateArray());
        Assert.Equal((second, true), (ManagementWorld.Id(left), left.GetProperty("activate").GetBoolean()));
        Assert.Equal("not", (await world.GetAsync($"{campaign}/rulesets/{second}")).GetProperty("rules")[0].GetProperty("condition")[0].GetString());
    }

    [Fact]
    public async Task Evaluation_groups_are_created_under_the_base_group()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        var root = Assert.Single((await world.GetAsync($"{application}/evaluation_groups")).GetProperty("data").EnumerateArray());

        var group = await world.PostAsync($"{application}/evaluation_groups", """{"name":"best","evaluationMode":"highestDiscount","evaluationScope":"cartItem"}""");

        Assert.Equal(ManagementWorld.Id(root), group.GetProperty("parentId").GetRawText());
        Assert.Equal(ManagementWorld.Id(root), root.GetProperty("parentId").GetRawText());
        var target = $"{application}/evaluation_groups/{ManagementWorld.Id(group)}";
        Assert.Equal("listOrder", Text(await world.PutAsync(target, """{"name":"first","evaluationMode":"listOrder"}"""), "evaluationMode"));
        await world.DeleteAsync(target);
        await world.GetAsync(target, 404);
    }

    [Fact]
    public async Task Costs_event_types_stores_effects_and_value_maps_are_read_back()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        var campaign = await world.CampaignAsync(application);
        var cost = ManagementWorld.Id(await world.PostAsync("/v1/additional_costs", """{"name":"shipping","title":"Shipping","description":""}"""));
        await world.PostAsync("/v1/event_types", """{"title":"Survey","name":"survey"}""");
        var store = ManagementWorld.Id(await world.PostAsync($"{application}/stores", """{"name":"Mitte","description":"","integrationId":"b1"}"""));
        var effect = ManagementWorld.Id(await world.PostAsync("/v1/custom_effects", """{"applicationIds":[],"name":"print","title":"Print","payload":"{\"n\": ${n}}","enabled":true,"params":[{"type":"number","title":"n","ui":{}}]}"""));
        var map = ManagementWorld.Id(await world.PostAsync($"{campaign}/value_maps", """{"name":"prices","entries":{"sku":1.50}}"""));

        Assert.Equal("item", Text(await world.PutAsync($"/v1/additional_costs/{cost}", """{"name":"shipping","title":"Shipping","description":"","type":"item"}"""), "type"));
        Assert.Equal(["survey"], await NamesAsync(world, "/v1/event_types?name=survey"));
        await world.PutAsync(campaign, $$"""{"name":"summer","tags":[],"limits":[],"linkedStoreIds":[{{store}}]}""");
        Assert.Equal(campaign.Split('/')[^1], (await world.GetAsync($"{application}/stores?query=MIT")).GetProperty("data")[0].GetProperty("linkedCampaignIds")[0].GetRawText());
        await world.PutAsync($"{application}/stores/{store}", """{"name":"Wedding","description":"d"}""");
        await world.PutAsync($"/v1/custom_effects/{effect}", """{"applicationIds":[],"name":"print","title":"Print!","payload":"{}","enabled":false}""");
        Assert.Equal("1.50", (await world.GetAsync($"{campaign}/value_maps/{map}")).GetProperty("entries").GetProperty("sku").GetRawText());
        await world.DeleteAsync($"{campaign}/value_maps/{map}");
        await world.DeleteAsync($"/v1/custom_effects/{effect}");
    }

    private static async Task<IEnumerable<string>> NamesAsync(ManagementWorld world, string target) =>
        (await world.GetAsync(target)).GetProperty("data").EnumerateArray().Select(entry => Text(entry, "name")).ToList();

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
