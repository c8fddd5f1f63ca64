using System.Globalization;
using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class AnalyticsTests(ServerFixture server)
{
    private const string Range = "?rangeStart=2020-01-01&rangeEnd=2999-01-01T00:00:00Z";

    [Fact]
    public async Task A_campaign_reports_what_closed_sessions_brought_and_cost()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync();
        await shop.CreateCouponAsync(campaign, "xmas20", 10);
        foreach (var id in new[] { "kept", "returned", "cancelled" })
            (await shop.PutSessionAsync(id, $$"""{{Shop.Cart}},"couponCodes":["xmas20"],"state":"closed" """)).Expect(200);
        (await shop.Api.PostAsync("/v2/customer_sessions/returned/returns", """{"return":{"returnedCartItems":[{"position":1,"quantity":1}]}}""")).Expect(200);
        (await shop.PutSessionAsync("cancelled", """ "state":"cancelled" """)).Expect(200);

        foreach (var prefix in new[] { "", "total" })
        {
            await Eventually.EqualAsync((1, 2m, 172m, 197m, 34.4m, 39.4m, 2m, 1m, 0m), async () =>
            {
                var report = (await server.Management.GetAsync(Path(shop, campaign) + Range)).Expect(200).Json;
                if (report.GetProperty("data").GetArrayLength() == 0)
                    return default;
                var day = report.GetProperty("data")[0];
                return (report.GetProperty("totalResultSize").GetInt32(), Number(day, prefix, "campaignSessions"), Number(day, prefix, "campaignRevenue"), Number(day, prefix, "campaignRefund"), Number(day, prefix, "campaignDiscountCosts"), Number(day, prefix, "campaignRefundedDiscounts"), Number(day, prefix, "couponRedemptions"), Number(day, prefix, "couponRolledbackRedemptions"), Number(day, prefix, "addedLoyaltyPoints"));
            });
        }

        Assert.Equal(0, (await server.Management.GetAsync(Path(shop, campaign) + "?rangeStart=2020-01-01&rangeEnd=2020-02-01&granularity=1%20month")).Expect(200).Json.GetProperty("totalResultSize").GetInt32());
    }

    [Fact]
    public async Task A_report_without_a_range_is_refused_with_every_problem()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync();
        var refused = (await server.Management.GetAsync(Path(shop, campaign) + "?granularity=2%20days")).Expect(400).Json;
        Assert.Equal(["rangeStart", "rangeEnd", "granularity"], refused.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("source").GetProperty("parameter").GetString()));
        (await server.Management.GetAsync(Path(shop, 999_999) + Range)).Expect(404);
    }

    [Fact]
    public async Task A_campaign_shows_what_is_used_of_its_budgets()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync("""["and"]""");
        var path = string.Create(CultureInfo.InvariantCulture, $"/v1/applications/{shop.Id}/campaigns/{campaign}");
        (await server.Management.PutAsync(path, """{"name":"Budgeted","tags":[],"limits":[{"action":"setDiscount","limit":1000,"period":"monthly","entities":[]},{"action":"setDiscountEffect","limit":5,"entities":["Profile"]}]}""")).Expect(200);
        (await shop.PutSessionAsync("s", $$"""{{Shop.Cart}},"profileId":"p","state":"closed" """)).Expect(200);
        var budgets = (await server.Management.GetAsync(path)).Expect(200).Json.GetProperty("budgets");
        Assert.Equal("""[{"action":"setDiscount","limit":1000,"counter":24.6}]""", budgets.GetRawText().Replace(" ", "", StringComparison.Ordinal));
    }

    private static string Path(Shop shop, long campaign) => string.Create(CultureInfo.InvariantCulture, $"/v1/applications/{shop.Id}/campaigns/{campaign}/analytics");

    private static decimal Number(JsonElement day, string prefix, string name) =>
        day.GetProperty(prefix.Length == 0 ? name : prefix + char.ToUpperInvariant(name[0]) + name[1..]).GetDecimal();
}
