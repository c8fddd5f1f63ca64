using System.Globalization;
using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class PreviewTests(ServerFixture server)
{
    private const string TenPercent = """[["setDiscount","ten",["*",[".","Session","Total"],0.1]]]""";
    private const string FromHundred = """["and",[">=",[".","Session","Total"],100]]""";

    [Fact]
    public async Task A_disabled_campaign_shows_what_it_would_have_done_for_the_sessions_closed_last()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync(FromHundred, TenPercent, state: "disabled");
        foreach (var (id, price) in new[] { ("a", 50), ("b", 200), ("c", 100), ("d", 300) })
            (await shop.PutSessionAsync(id, Invariant($$""" "profileId":"p-{{id}}","state":"closed","cartItems":[{"sku":"x","quantity":1,"price":{{price}}}]"""))).Expect(200);
        (await shop.PutSessionAsync("d", """ "state":"cancelled" """)).Expect(200);
        (await shop.PutSessionAsync("e", """ "cartItems":[{"sku":"x","quantity":1,"price":500}]""")).Expect(200);

        var preview = await PreviewAsync(shop, campaign, """{"lastSessions":10}""");
        var latest = await PreviewAsync(shop, campaign, """{"lastSessions":1}""");

        Assert.Equal((3, 2, 30m, 300m), (preview.GetProperty("evaluated").GetInt32(), preview.GetProperty("affected").GetInt32(), preview.GetProperty("cost").GetDecimal(), preview.GetProperty("total").GetDecimal()));
        Assert.Equal(["b p-b 20", "c p-c 10"], preview.GetProperty("data").EnumerateArray().Select(session =>
            Invariant($"{session.GetProperty("integrationId").GetString()} {session.GetProperty("profileId").GetString()} {session.GetProperty("cost").GetDecimal():0.##}")));
        Assert.Equal("c", Assert.Single(latest.GetProperty("data").EnumerateArray()).GetProperty("integrationId").GetString());
    }

    [Fact]
    public async Task What_was_returned_since_counts_as_it_was_closed()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync(FromHundred, TenPercent, state: "disabled");
        (await shop.PutSessionAsync("a", """ "state":"closed","cartItems":[{"sku":"x","quantity":4,"price":25}]""")).Expect(200);
        (await shop.Api.PostAsync("/v2/customer_sessions/a/returns", """{"return":{"returnedCartItems":[{"position":0,"quantity":1}]}}""")).Expect(200);

        var preview = await PreviewAsync(shop, campaign, """{"lastSessions":10}""");

        Assert.Equal((1, 10m, 100m), (preview.GetProperty("affected").GetInt32(), preview.GetProperty("cost").GetDecimal(), preview.GetProperty("total").GetDecimal()));
    }

    [Fact]
    public async Task Budgets_end_where_they_would_have_ended_and_are_not_touched()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync("""["and"]""", TenPercent);
        (await server.Management.PutAsync(Path(shop, campaign, ""), """{"name":"Campaign","tags":[],"limits":[{"action":"setDiscount","limit":25,"entities":[]}]}""")).Expect(200);
        foreach (var id in new[] { "a", "b", "c", "d" })
            (await shop.PutSessionAsync(id, """ "state":"closed","cartItems":[{"sku":"x","quantity":1,"price":100}]""")).Expect(200);

        var preview = await PreviewAsync(shop, campaign, """{"lastSessions":100}""");

        Assert.Equal((4, 2, 20m), (preview.GetProperty("evaluated").GetInt32(), preview.GetProperty("affected").GetInt32(), preview.GetProperty("cost").GetDecimal()));
        Assert.Equal(["a", "b"], preview.GetProperty("data").EnumerateArray().Select(session => session.GetProperty("integrationId").GetString()));
        Assert.Equal(preview.GetRawText(), (await PreviewAsync(shop, campaign, """{"lastSessions":100}""")).GetRawText());
    }

    [Fact]
    public async Task A_cart_shows_what_it_would_get_and_why_rules_do_not_apply()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync(FromHundred, TenPercent, state: "disabled");

        var rich = await PreviewAsync(shop, campaign, """{"customerSession":{"cartItems":[{"sku":"x","quantity":2,"price":60}]}}""");
        var poor = await PreviewAsync(shop, campaign, """{"customerSession":{"cartItems":[{"sku":"x","quantity":1,"price":60}]}}""");

        Assert.Equal(12m, rich.GetProperty("cost").GetDecimal());
        Assert.Equal(0, poor.GetProperty("affected").GetInt32());
        Assert.Contains("40 more", poor.GetProperty("data")[0].GetProperty("ruleFailureReasons")[0].GetProperty("details").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_others_the_groups_have_their_effect()
    {
        var shop = await server.CreateShopAsync();
        var group = (await server.Management.PostAsync(Invariant($"/v1/applications/{shop.Id}/evaluation_groups"), """{"name":"best","evaluationMode":"highestDiscount"}""")).Expect(201).Json.GetProperty("id").GetInt64();
        var better = await shop.CreateCampaignAsync("""["and"]""", """[["setDiscount","fifty",50]]""");
        var campaign = await shop.CreateCampaignAsync("""["and"]""", TenPercent, state: "disabled");
        foreach (var id in new[] { better, campaign })
            (await server.Management.PutAsync(Path(shop, id, ""), Invariant($$"""{"name":"Campaign","tags":[],"limits":[],"evaluationGroupId":{{group}}}"""))).Expect(200);
        const string cart = """{"customerSession":{"cartItems":[{"sku":"x","quantity":1,"price":100}]}""";

        Assert.Equal(1, (await PreviewAsync(shop, campaign, cart + "}")).GetProperty("affected").GetInt32());
        Assert.Equal(0, (await PreviewAsync(shop, campaign, cart + ""","withOthers":true}""")).GetProperty("affected").GetInt32());
    }

    [Fact]
    public async Task A_request_names_a_cart_or_sessions()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync();

        (await server.Management.PostAsync(Path(shop, campaign, "/preview"), "{}")).Expect(400);
        (await server.Management.PostAsync(Path(shop, campaign, "/preview"), """{"lastSessions":1,"customerSession":{}}""")).Expect(400);
        (await server.Management.PostAsync(Path(shop, campaign, "/preview"), """{"customerSession":{"storeIntegrationId":"none"}}""")).Expect(400);
        (await server.Management.PostAsync(Path(shop, campaign + 100_000, "/preview"), """{"lastSessions":1}""")).Expect(404);
    }

    private async Task<JsonElement> PreviewAsync(Shop shop, long campaign, string request) =>
        (await server.Management.PostAsync(Path(shop, campaign, "/preview"), request)).Expect(200).Json;

    private static string Path(Shop shop, long campaign, string rest) => Invariant($"/v1/applications/{shop.Id}/campaigns/{campaign}{rest}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
