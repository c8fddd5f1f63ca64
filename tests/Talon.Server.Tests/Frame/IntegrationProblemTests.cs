namespace Talon.Server.Tests;

/// <summary>What is wrong with the shape of a call of the Integration API, and what stored data speaks against, is refused in one answer.</summary>
public sealed class IntegrationProblemTests(ServerFixture server)
{
    [Fact]
    public async Task Everything_wrong_with_a_session_is_told_at_once()
    {
        var shop = await server.CreateShopAsync();
        await shop.PutSessionAsync("s", $"{Shop.Cart},\"state\":\"closed\"");

        await RefusedAsync(
            shop, "PUT", "/v2/customer_sessions/t",
            """{"customerSession":{"attributes":{"none":1},"storeIntegrationId":"none","cartItems":[{"sku":"a","quantity":0,"price":1,"additionalCosts":{"fee":{"price":1}}},{"sku":"b","quantity":1}]}}""",
            "/customerSession/attributes/none", "/customerSession/cartItems/0/additionalCosts/fee", "/customerSession/cartItems/0/quantity", "/customerSession/cartItems/1/price", "/customerSession/storeIntegrationId");
        await RefusedAsync(shop, "PUT", "/v2/customer_sessions/s", """{"customerSession":{"state":"open","couponCodes":7}}""", "/customerSession/couponCodes", "/customerSession/state");
        await RefusedAsync(
            shop, "POST", "/v2/customer_sessions/s/returns", """{"return":{"returnedCartItems":[{"position":9,"quantity":1},{"position":0,"quantity":"all"}]}}""",
            "/return/returnedCartItems/0/position", "/return/returnedCartItems/1/quantity");
        (await shop.Api.GetAsync("/v2/customer_sessions/t")).Expect(404);
    }

    [Fact]
    public async Task Everything_wrong_with_customers_audiences_and_events_is_told_at_once()
    {
        var shop = await server.CreateShopAsync();
        var (profile, audience) = (Shop.NewId(), (await shop.Api.PostAsync("/v2/audiences", $$"""{"name":"{{Shop.NewId()}}"}""")).Expect(201).Json.GetProperty("id").GetInt64());

        await RefusedAsync(
            shop, "PUT", $"/v2/customer_profiles/{profile}", """{"attributes":{"none":1},"audiencesChanges":{"adds":[999999999],"deletes":[]},"responseContent":"all"}""",
            "/attributes/none", "/audiencesChanges/adds/0", "/responseContent");
        await RefusedAsync(
            shop, "PUT", "/v2/customer_profiles", """{"customerProfiles":[{"integrationId":"","attributes":{}},{"integrationId":"p","attributes":{"none":1}}]}""",
            "/customerProfiles/0/integrationId", "/customerProfiles/1/attributes/none");
        await RefusedAsync(shop, "POST", "/v2/audiences", """{"name":7,"subscribedApplicationsIds":[999999999]}""", "/name", "/subscribedApplicationsIds/0");
        await RefusedAsync(shop, "PUT", $"/v2/audiences/{audience}", """{"name":"","subscribedApplicationsIds":[999999999]}""", "/name", "/subscribedApplicationsIds/0");
        await RefusedAsync(shop, "POST", "/v2/events", """{"profileId":"","type":"none","attributes":7,"storeIntegrationId":"none"}""", "/attributes", "/profileId", "/storeIntegrationId", "/type");
        (await shop.Api.GetAsync($"/v1/customer_profiles/{profile}/inventory")).Expect(404);
    }

    [Fact]
    public async Task Everything_wrong_with_catalogs_referrals_and_cards_is_told_at_once()
    {
        var shop = await server.CreateShopAsync();
        var catalog = (await server.Management.PostAsync("/v1/catalogs", $$"""{"name":"{{Shop.NewId()}}","description":""}""")).Expect(201).Json.GetProperty("id").GetInt64();
        var campaign = await shop.CreateCampaignAsync();
        var loyalty = await LoyaltyShop.OpenAsync(server, ""","cardBased":true,"usersPerCardLimit":2""");

        await RefusedAsync(
            shop, "PUT", $"/v1/catalogs/{catalog}/sync",
            """{"version":7,"actions":[{"type":"ADD","payload":{"sku":"a","price":"free"}},{"type":"ADD","payload":{"sku":"b","attributes":{"none":1}}},{"type":"REMOVE","payload":{"sku":"b"}}]}""",
            "/actions/0/payload/price", "/actions/1/payload/attributes/none", "/actions/2/payload/sku", "/actions/2/type", "/version");
        await RefusedAsync(
            shop, "POST", "/v1/referrals", $$"""{"campaignId":{{campaign}},"advocateProfileIntegrationId":"","attributes":{"none":1} }""",
            "/advocateProfileIntegrationId", "/attributes/none");
        await RefusedAsync(shop, "POST", "/v1/referrals", """{"campaignId":999999999,"advocateProfileIntegrationId":""}""", "/advocateProfileIntegrationId", "/campaignId");
        await RefusedAsync(
            shop, "POST", "/v1/referrals_for_multiple_advocates", $$"""{"campaignId":{{campaign}},"advocateProfileIntegrationIds":[],"attributes":{"none":1},"usageLimit":-1}""",
            "/advocateProfileIntegrationIds", "/attributes/none", "/usageLimit");
        await RefusedAsync(
            loyalty.Shop, "POST", $"{loyalty.Path}/cards", """{"status":"lost","customerProfileIds":["nobody at all"]}""",
            "/customerProfileIds/0", "/status");
    }

    private static async Task RefusedAsync(Shop shop, string method, string target, string body, params string[] places) =>
        Assert.Equal(places, (await shop.Api.SendAsync(method, target, body)).Expect(400).Places.Order(StringComparer.Ordinal));
}
