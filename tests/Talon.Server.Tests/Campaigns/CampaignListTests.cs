using System.Globalization;
using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class CampaignListTests(ServerFixture server)
{
    [Fact]
    public async Task Campaigns_that_run_are_listed_with_what_links_them()
    {
        var shop = await server.CreateShopAsync();
        var audience = (await shop.Api.PostAsync("/v2/audiences", $$"""{"name":"{{Shop.NewId()}}"}""")).Expect(201).Json.GetProperty("id").GetInt64();
        var store = (await server.Management.PostAsync(Of(shop, "stores"), """{"name":"S","description":"","integrationId":"s1"}""")).Expect(201).Json.GetProperty("id").GetInt64();
        var forAudience = await shop.CreateCampaignAsync($$"""["and",["profileInAudience",{{audience}}]]""", "[]");
        var plain = await shop.CreateCampaignAsync();
        await shop.CreateCampaignAsync(state: "disabled");
        var dated = await DatedAsync(shop, $",\"startTime\":\"2020-01-01T00:00:00Z\",\"endTime\":\"2999-01-01T00:00:00Z\",\"linkedStoreIds\":[{store}]");
        await DatedAsync(shop, ",\"startTime\":\"2998-01-01T00:00:00Z\"");
        await DatedAsync(shop, ",\"endTime\":\"2020-01-01T00:00:00Z\"");

        // They come by id; instances draw ids in blocks, so that the last one created may have the lowest.
        long[] running = [.. new[] { forAudience, plain, dated }.Order()];
        Assert.Equal(running, await ListAsync(""));
        Assert.Equal(running.Except([forAudience]), await ListAsync($"?campaignIds={plain}%2C{dated}"));
        Assert.Equal(running, await ListAsync("?campaignIds="));
        Assert.Equal([forAudience], await ListAsync($"?audienceId={audience}"));
        Assert.Equal([dated], await ListAsync($"?storeId={store}"));
        Assert.Equal([dated], await ListAsync("?startAfter=2020-01-01"));
        Assert.Equal([], await ListAsync("?startAfter=2020-01-02"));
        Assert.Equal([dated], await ListAsync("?startBefore=2020-01-01T00:00:00Z&endAfter=2998-01-01T00:00:00%2B00:00"));
        Assert.Equal([], await ListAsync("?endBefore=2998-12-31"));
        Assert.Equal([running[1]], await ListAsync("?pageSize=1&skip=1"));
        var page = (await shop.Api.GetAsync("/v1/integration/campaigns?pageSize=2")).Expect(200).Json;
        Assert.True(page.GetProperty("hasMore").GetBoolean());
        var listed = (await shop.Api.GetAsync($"/v1/integration/campaigns?campaignIds={forAudience}")).Expect(200).Json.GetProperty("data")[0];
        Assert.Equal([audience], listed.GetProperty("linkedAudienceIds").EnumerateArray().Select(id => id.GetInt64()));
        Assert.Equal("The rule", listed.GetProperty("rules")[0].GetProperty("title").GetString());

        async Task<IReadOnlyList<long>> ListAsync(string query) =>
            [.. (await shop.Api.GetAsync("/v1/integration/campaigns" + query)).Expect(200).Json.GetProperty("data").EnumerateArray().Select(campaign => campaign.GetProperty("id").GetInt64())];
    }

    [Fact]
    public async Task Refusals_are_those_that_are_documented()
    {
        var (shop, other) = (await server.CreateShopAsync(), await server.CreateShopAsync());
        var store = (await server.Management.PostAsync(Of(other, "stores"), """{"name":"S","description":"","integrationId":"s1"}""")).Expect(201).Json.GetProperty("id").GetInt64();
        (await shop.Api.GetAsync($"/v1/integration/campaigns?storeId={store}")).Expect(404);
        (await shop.Api.GetAsync("/v1/integration/campaigns?audienceId=999999999")).Expect(404);
        (await shop.Api.GetAsync("/v1/integration/campaigns?pageSize=0")).Expect(400);
        (await shop.With(null).GetAsync("/v1/integration/campaigns")).Expect(401);
        await other.CreateCampaignAsync();
        Assert.Equal(0, (await shop.Api.GetAsync("/v1/integration/campaigns")).Expect(200).Json.GetProperty("data").GetArrayLength());
    }

    private static string Of(Shop shop, string what) => string.Create(CultureInfo.InvariantCulture, $"/v1/applications/{shop.Id}/{what}");

    private async Task<long> DatedAsync(Shop shop, string more)
    {
        var campaign = (await server.Management.PostAsync(Of(shop, "campaigns"), $$"""{"name":"Dated","description":"","state":"disabled","tags":[],"features":["coupons"],"limits":[]{{more}}}""")).Expect(201).Json.GetProperty("id").GetInt64();
        (await server.Management.PostAsync($"{Of(shop, "campaigns")}/{campaign}/rulesets", """{"rules":[{"title":"The rule","condition":["couponValid"],"effects":[]}],"bindings":[],"activate":true}""")).Expect(201);
        (await server.Management.PutAsync($"{Of(shop, "campaigns")}/{campaign}", $$"""{"name":"Dated","description":"","state":"enabled","tags":[],"features":["coupons"],"limits":[]{{more}}}""")).Expect(200);
        return campaign;
    }
}
