using System.Globalization;
using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class ExpiryEffectTests(ServerFixture server)
{
    private const string Asking = """["=",[".","Session","PaymentMethod"],"move"]""";

    [Fact]
    public async Task Points_that_expire_are_extended_on_close()
    {
        var shop = await LoyaltyShop.OpenAsync(server);
        await shop.Shop.CreateCampaignAsync(Asking, $$"""[["extendLoyaltyPointsExpiry","{{shop.Name}}","","30D"]]""");
        var profile = Shop.NewId();
        await shop.AddAsync(profile, 1, ""","validUntil":"2999-01-01T00:00:00Z" """);
        await shop.AddAsync(profile, 2, ""","validUntil":"2998-01-01T00:00:00Z","pendingDuration":"1D" """);
        await shop.AddAsync(profile, 3);

        var open = await MoveAsync(shop, profile, "open");
        Assert.Equal("2999-01-01T00:00:00Z", await EndAsync(shop, profile));
        var props = (await MoveAsync(shop, profile)).Props("extendLoyaltyPointsExpiryDate");

        Assert.Equal("2999-01-31T00:00:00Z", await EndAsync(shop, profile));
        Assert.Contains("extendLoyaltyPointsExpiryDate", open.EffectTypes);
        Assert.Equal(("30D", "", "2998-01-01T00:00:00Z"), (LoyaltyShop.Text(props, "extensionDuration"), LoyaltyShop.Text(props, "subLedgerId"), Utc(props, "previousExpirationDate")));
        Assert.Equal(
            [("2999-01-01T00:00:00Z", "2999-01-31T00:00:00Z"), ("2998-01-01T00:00:00Z", "2998-01-31T00:00:00Z")],
            props.GetProperty("affectedTransactions").EnumerateArray().Select(change => (Utc(change, "previousExpiryDate"), Utc(change, "newExpiryDate"))));
    }

    [Fact]
    public async Task All_points_are_given_one_last_day_on_close()
    {
        var shop = await LoyaltyShop.OpenAsync(server);
        await shop.Shop.CreateCampaignAsync(Asking, $$"""[["setLoyaltyPointsExpiry","{{shop.Name}}","","2997-06-01T00:00:00Z"]]""");
        var profile = Shop.NewId();
        await shop.AddAsync(profile, 1, ""","validUntil":"2999-01-01T00:00:00Z" """);
        await shop.AddAsync(profile, 3);

        var props = (await MoveAsync(shop, profile)).Props("setLoyaltyPointsExpiryDate");

        Assert.Equal("2997-06-01T00:00:00Z", Utc(props, "newExpiryDate"));
        Assert.Equal(2, props.GetProperty("affectedTransactions").GetArrayLength());
        var points = (await shop.ReadAsync(profile, "points")).GetProperty("data");
        Assert.All(points.EnumerateArray().Take(2), entry => Assert.Equal("2997-06-01T00:00:00Z", LoyaltyShop.Text(entry, "expiryDate")));
    }

    private static async Task<Reply> MoveAsync(LoyaltyShop shop, string profile, string state = "closed") => (await shop.Shop.PutSessionAsync(
        Shop.NewId(), $$"""{{Shop.Cart}},"profileId":"{{profile}}","state":"{{state}}","attributes":{"PaymentMethod":"move"}""")).Expect(200);

    private static string Utc(JsonElement json, string name) => json.GetProperty(name).GetDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>When the first of the customer's points expire.</summary>
    private static async Task<string> EndAsync(LoyaltyShop shop, string profile) =>
        LoyaltyShop.Text((await shop.ReadAsync(profile, "points?sort=startDate")).GetProperty("data")[0], "expiryDate");
}
