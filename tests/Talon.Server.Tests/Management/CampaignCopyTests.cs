namespace Talon.Server.Tests;

public sealed class CampaignCopyTests
{
    [Fact]
    public async Task A_campaign_is_copied_with_its_rules_collections_maps_and_budgets_and_is_disabled()
    {
        var (world, application, campaign) = await StartAsync();
        var other = await world.ApplicationAsync();

        var answer = await world.PostAsync($"{campaign}/copy", $$"""{"applicationIds":[{{Last(application)}},{{Last(other)}}],"name":"autumn","tags":["x"]}""", 200);

        Assert.Equal(2, answer.GetProperty("totalResultSize").GetInt32());
        foreach (var (copy, home) in answer.GetProperty("data").EnumerateArray().Zip([application, other]))
        {
            Assert.Equal(("autumn", "disabled", "x"), (copy.GetProperty("name").GetString(), copy.GetProperty("state").GetString(), copy.GetProperty("tags")[0].GetString()));
            Assert.Equal("setDiscount", copy.GetProperty("limits")[0].GetProperty("action").GetString());
            var path = $"{home}/campaigns/{ManagementWorld.Id(copy)}";
            var collection = Assert.Single((await world.GetAsync($"{path}/collections")).GetProperty("data").EnumerateArray());
            Assert.Equal("Nike", (await world.GetAsync($"/v1/collections/{ManagementWorld.Id(collection)}/items")).GetProperty("data")[0].GetProperty("item").GetString());
            await world.PutAsync(path, """{"name":"autumn","tags":[],"limits":[],"state":"enabled"}""");
        }
    }

    [Fact]
    public async Task A_campaign_whose_rules_would_not_run_elsewhere_is_copied_nowhere()
    {
        var (world, application, campaign) = await StartAsync();
        var other = await world.ApplicationAsync();
        await world.PostAsync("/v1/attributes", $$"""{"entity":"CustomerSession","name":"channel","title":"X","type":"string","description":"","suggestions":[],"editable":true,"subscribedApplicationsIds":[{{Last(application)}}]}""");
        await world.PostAsync($"{campaign}/rulesets", ManagementWorld.Ruleset("""["=",[".","Session","Attributes","channel"],"web"]""", ""","activate":true"""));

        await world.PostAsync($"{campaign}/copy", $$"""{"applicationIds":[{{Last(application)}},{{Last(other)}}]}""", 400);
        await world.PostAsync($"{campaign}/copy", """{"applicationIds":[99]}""", 400);
        await world.PostAsync($"{application}/campaigns/99/copy", $$"""{"applicationIds":[{{Last(application)}}]}""", 404);

        Assert.Equal(1, (await world.GetAsync($"{application}/campaigns")).GetProperty("totalResultSize").GetInt32());
        Assert.Equal(0, (await world.GetAsync($"{other}/campaigns")).GetProperty("totalResultSize").GetInt32());
    }

    [Fact]
    public async Task Campaigns_are_found_by_their_attributes()
    {
        var (world, application, _) = await StartAsync();
        await world.PostAsync("/v1/attributes", """{"entity":"Campaign","name":"region","title":"X","type":"string","description":"","suggestions":[],"editable":true}""");
        await world.CampaignAsync(application, ""","attributes":{"region":"north"}""");

        Assert.Equal(1, (await world.PostAsync($"{application}/campaigns_search", """{"attributes":{"region":"north"}}""", 200)).GetProperty("totalResultSize").GetInt32());
        Assert.Equal(0, (await world.PostAsync($"{application}/campaigns_search?campaignState=archived", """{"attributes":{}}""", 200)).GetProperty("totalResultSize").GetInt32());
        await world.PostAsync($"{application}/campaigns_search", "{}", 400);
    }

    [Fact]
    public async Task A_broken_campaign_cannot_be_activated()
    {
        var (world, _, campaign) = await StartAsync();
        await world.PutAsync(campaign, """{"name":"summer","tags":[],"limits":[],"state":"archived"}""");
        var collection = (await world.GetAsync($"{campaign}/collections")).GetProperty("data")[0];
        await world.DeleteAsync($"{campaign}/collections/{ManagementWorld.Id(collection)}");

        var refusal = await world.PutAsync(campaign, """{"name":"summer","tags":[],"limits":[],"state":"enabled"}""", 400);

        Assert.Contains("could not be evaluated", refusal.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("archived", (await world.GetAsync(campaign)).GetProperty("state").GetString());
    }

    /// <summary>A campaign whose rule refers to a collection of it by id.</summary>
    private static async Task<(ManagementWorld World, string Application, string Campaign)> StartAsync()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        var campaign = await world.CampaignAsync(application);
        await world.PutAsync(campaign, """{"name":"summer","tags":[],"limits":[{"action":"setDiscount","limit":100,"entities":[]}]}""");
        var collection = ManagementWorld.Id(await world.PostAsync($"{campaign}/collections", """{"name":"brands"}"""));
        await world.ImportAsync($"{campaign}/collections/{collection}/import", "item\nNike");
        await world.PostAsync($"{campaign}/value_maps", """{"name":"prices","entries":{"sku":1.50}}""");
        await world.PostAsync($"{campaign}/rulesets", ManagementWorld.Ruleset($$"""["inCollection","Nike",{{collection}}]"""));
        return (world, application, campaign);
    }

    private static string Last(string path) => path.Split('/')[^1];
}
