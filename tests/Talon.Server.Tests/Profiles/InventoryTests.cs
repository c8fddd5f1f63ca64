using System.Globalization;
using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class InventoryTests(ServerFixture server)
{
    [Fact]
    public async Task Only_the_sections_asked_for_are_told()
    {
        var shop = await server.CreateShopAsync();
        var id = Shop.NewId();
        (await shop.Api.PutAsync($"/v2/customer_profiles/{id}", """{"attributes":{"Name":"N"}}""")).Expect(200);

        Assert.Equal("{}", (await InventoryAsync(shop, id, "")).GetRawText());
        var all = await InventoryAsync(shop, id, "?profile=true&referrals=true&coupons=true&giveaways=true&loyalty=true&achievements=true");
        Assert.Equal("N", all.GetProperty("profile").GetProperty("attributes").GetProperty("Name").GetString());
        Assert.Equal((0, 0, 0), (all.GetProperty("referrals").GetArrayLength(), all.GetProperty("coupons").GetArrayLength(), all.GetProperty("giveaways").GetArrayLength()));
        (await shop.Api.GetAsync($"/v1/customer_profiles/{Shop.NewId()}/inventory")).Expect(404);
        (await shop.Api.GetAsync($"/v1/customer_profiles/{id}/inventory?coupons=maybe")).Expect(400);
        (await shop.With(null).GetAsync($"/v1/customer_profiles/{id}/inventory")).Expect(401);
    }

    [Fact]
    public async Task Coupons_that_are_reserved_personal_shared_or_redeemed_are_there_with_their_state()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync();
        var disabled = await shop.CreateCampaignAsync(state: "disabled");
        var (id, tag) = (Shop.NewId(), Shop.NewId("c"));
        await shop.CreateCouponAsync(campaign, tag + "reserved");
        await shop.CreateCouponAsync(campaign, tag + "personal", more: $",\"recipientIntegrationId\":\"{id}\"");
        await shop.CreateCouponAsync(campaign, tag + "shared", more: ",\"implicitlyReserved\":true");
        await shop.CreateCouponAsync(campaign, tag + "redeemed", usageLimit: 1);
        await shop.CreateCouponAsync(campaign, tag + "strange");
        await shop.CreateCouponAsync(campaign, tag + "future", more: $",\"recipientIntegrationId\":\"{id}\",\"startDate\":\"2999-01-01T00:00:00Z\"");
        await shop.CreateCouponAsync(campaign, tag + "past", more: $",\"recipientIntegrationId\":\"{id}\",\"expiryDate\":\"2020-01-01T00:00:00Z\"");
        await shop.CreateCouponAsync(disabled, tag + "idle", more: $",\"recipientIntegrationId\":\"{id}\"");
        (await shop.Api.PostAsync($"/v1/coupon_reservations/{tag}reserved", $$"""{"integrationIDs":["{{id}}"]}""")).Expect(201);
        (await shop.PutSessionAsync("s", $"{Shop.Cart},\"profileId\":\"{id}\",\"couponCodes\":[\"{tag}redeemed\"],\"state\":\"closed\"")).Expect(200);

        var coupons = (await InventoryAsync(shop, id, "?coupons=true")).GetProperty("coupons").EnumerateArray().ToDictionary(c => c.GetProperty("value").GetString()![tag.Length..], c => (c.GetProperty("state").GetString(), c.GetProperty("profileRedemptionCount").GetInt32()));

        Assert.Equal(
            new Dictionary<string, (string?, int)>
            {
                ["reserved"] = ("active", 0), ["personal"] = ("active", 0), ["shared"] = ("active", 0), ["redeemed"] = ("used", 1),
                ["future"] = ("pending", 0), ["past"] = ("expired", 0), ["idle"] = ("disabled", 0),
            },
            coupons);
        (await shop.Api.SendAsync("DELETE", $"/v1/coupon_reservations/{tag}reserved", $$"""{"integrationIDs":["{{id}}"]}""")).Expect(204);
        (await shop.PutSessionAsync("s", "\"state\":\"cancelled\"")).Expect(200);
        var left = (await InventoryAsync(shop, id, "?coupons=true")).GetProperty("coupons").EnumerateArray().Select(c => c.GetProperty("value").GetString()![tag.Length..]);
        Assert.Equal(["future", "idle", "past", "personal", "shared"], left.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Another_Application_sees_the_customer_but_none_of_the_coupons()
    {
        var (shop, other) = (await server.CreateShopAsync(), await server.CreateShopAsync());
        var id = Shop.NewId();
        await shop.CreateCouponAsync(await shop.CreateCampaignAsync(), Shop.NewId(), more: $",\"recipientIntegrationId\":\"{id}\"");
        (await shop.Api.PutAsync($"/v2/customer_profiles/{id}", "{}")).Expect(200);
        Assert.Equal(1, (await InventoryAsync(shop, id, "?coupons=true")).GetProperty("coupons").GetArrayLength());
        Assert.Equal(0, (await InventoryAsync(other, id, "?coupons=true")).GetProperty("coupons").GetArrayLength());
    }

    [Fact]
    public async Task Referrals_of_the_advocate_name_the_friends()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync("""["referralValid"]""");
        var (anna, bert) = (Shop.NewId("anna"), Shop.NewId("bert"));
        var code = (await shop.Api.PostAsync("/v1/referrals", string.Create(CultureInfo.InvariantCulture, $$"""{"campaignId":{{campaign}},"advocateProfileIntegrationId":"{{anna}}"}"""))).Expect(201).Json.GetProperty("code").GetString();
        (await shop.PutSessionAsync("s", $"{Shop.Cart},\"profileId\":\"{bert}\",\"referralCode\":\"{code}\",\"state\":\"closed\"")).Expect(200);

        var referral = Assert.Single((await InventoryAsync(shop, anna, "?referrals=true")).GetProperty("referrals").EnumerateArray());
        Assert.Equal((code, 1, bert), (referral.GetProperty("code").GetString(), referral.GetProperty("usageCounter").GetInt32(), referral.GetProperty("referredCustomers")[0].GetString()));
        Assert.Empty((await InventoryAsync(shop, bert, "?referrals=true")).GetProperty("referrals").EnumerateArray());
    }

    private static async Task<JsonElement> InventoryAsync(Shop shop, string id, string query) => (await shop.Api.GetAsync($"/v1/customer_profiles/{id}/inventory{query}")).Expect(200).Json;
}
