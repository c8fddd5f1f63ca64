namespace Talon.Server.Tests;

public sealed class ReservationTests(ServerFixture server)
{
    [Fact]
    public async Task A_coupon_is_reserved_for_customers_and_who_is_no_customer_becomes_one()
    {
        var (shop, code) = await StartAsync();
        var (anna, bert) = (Shop.NewId("anna"), Shop.NewId("bert"));

        var coupon = (await shop.Api.PostAsync($"/v1/coupon_reservations/{code}", $$"""{"integrationIDs":["{{anna}}","{{bert}}","{{anna}}"]}""")).Expect(201).Json;

        Assert.Equal((code, 2), (coupon.GetProperty("value").GetString(), coupon.GetProperty("reservationCounter").GetInt32()));
        var holders = (await shop.Api.GetAsync($"/v1/coupon_reservations/customerprofiles/{code}")).Expect(200).Json;
        Assert.Equal(2, holders.GetProperty("totalResultSize").GetInt32());
        Assert.Equal(new[] { anna, bert }.Order(StringComparer.Ordinal), holders.GetProperty("data").EnumerateArray().Select(p => p.GetProperty("integrationId").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Reserving_again_and_releasing_again_change_nothing()
    {
        var (shop, code) = await StartAsync();
        var target = $"/v1/coupon_reservations/{code}";
        (await shop.Api.PostAsync(target, """{"integrationIDs":["anna"]}""")).Expect(201);
        Assert.Equal(1, (await shop.Api.PostAsync(target, """{"integrationIDs":["anna"]}""")).Expect(201).Json.GetProperty("reservationCounter").GetInt32());

        (await shop.Api.SendAsync("DELETE", target, """{"integrationIDs":["anna","nobody"]}""")).Expect(204);
        (await shop.Api.SendAsync("DELETE", target, """{"integrationIDs":["anna"]}""")).Expect(204);

        Assert.Equal(0, (await shop.Api.GetAsync($"/v1/coupon_reservations/customerprofiles/{code}")).Expect(200).Json.GetProperty("totalResultSize").GetInt32());
        Assert.Equal(0, (await shop.Api.PostAsync(target, """{"integrationIDs":[]}""")).Expect(201).Json.GetProperty("reservationCounter").GetInt32());
    }

    [Fact]
    public async Task A_mandatory_reservation_opens_the_coupon_to_its_holder_alone()
    {
        var (shop, code) = await StartAsync(",\"isReservationMandatory\":true,\"reservationLimit\":1");
        (await shop.Api.PostAsync($"/v1/coupon_reservations/{code}", """{"integrationIDs":["holder","second"]}""")).Expect(201);

        Assert.Contains("acceptCoupon", (await shop.PutSessionAsync(Shop.NewId(), $"{Shop.Cart},\"profileId\":\"holder\",\"couponCodes\":[\"{code}\"]")).Expect(200).EffectTypes);
        Assert.Equal("CouponReservationRequired", (await shop.PutSessionAsync(Shop.NewId(), $"{Shop.Cart},\"profileId\":\"stranger\",\"couponCodes\":[\"{code}\"]")).Expect(200).Props("rejectCoupon").GetProperty("rejectionReason").GetString());

        (await shop.Api.SendAsync("DELETE", $"/v1/coupon_reservations/{code}", """{"integrationIDs":["holder"]}""")).Expect(204);
        Assert.Contains("rejectCoupon", (await shop.PutSessionAsync(Shop.NewId(), $"{Shop.Cart},\"profileId\":\"holder\",\"couponCodes\":[\"{code}\"]")).Expect(200).EffectTypes);
    }

    [Fact]
    public async Task A_code_with_a_slash_is_found()
    {
        var (shop, code) = await StartAsync(prefix: "a/b");
        (await shop.Api.PostAsync($"/v1/coupon_reservations/{Uri.EscapeDataString(code)}", """{"integrationIDs":["anna"]}""")).Expect(201);
        (await shop.Api.GetAsync($"/v1/coupon_reservations/customerprofiles/{Uri.EscapeDataString(code)}")).Expect(200);
    }

    [Fact]
    public async Task Bad_requests_wrong_keys_and_unknown_codes_are_refused()
    {
        var (shop, code) = await StartAsync();
        var target = $"/v1/coupon_reservations/{code}";
        foreach (var method in new[] { "POST", "DELETE" })
        {
            Assert.Equal(["/integrationIDs"], (await shop.Api.SendAsync(method, target, "{}")).Expect(400).Places);
            Assert.Equal(["/integrationIDs/1"], (await shop.Api.SendAsync(method, target, """{"integrationIDs":["a",1]}""")).Expect(400).Places);
            var many = string.Join(",", Enumerable.Range(0, 1001).Select(i => $"\"p{i}\""));
            Assert.Equal(["/integrationIDs"], (await shop.Api.SendAsync(method, target, $$"""{"integrationIDs":[{{many}}]}""")).Expect(400).Places);
            (await shop.Api.SendAsync(method, "/v1/coupon_reservations/nosuch", """{"integrationIDs":["a"]}""")).Expect(404);
            (await shop.With("ApiKey-v1 nosuch").SendAsync(method, target, """{"integrationIDs":["a"]}""")).Expect(401);
        }

        (await shop.Api.GetAsync("/v1/coupon_reservations/customerprofiles/nosuch")).Expect(404);
        (await shop.With(null).GetAsync($"/v1/coupon_reservations/customerprofiles/{code}")).Expect(401);
        (await shop.Api.GetAsync($"/v1/coupon_reservations/customerprofiles/{new string('x', 1001)}")).Expect(400);
    }

    [Fact]
    public async Task A_personal_coupon_cannot_be_reserved()
    {
        var (shop, code) = await StartAsync(",\"recipientIntegrationId\":\"anna\"");
        Assert.Equal(["couponValue"], (await shop.Api.PostAsync($"/v1/coupon_reservations/{code}", """{"integrationIDs":["bert"]}""")).Expect(400).Places);
    }

    [Fact]
    public async Task Coupons_of_other_Applications_are_unknown()
    {
        var (_, code) = await StartAsync();
        var other = await server.CreateShopAsync();
        (await other.Api.PostAsync($"/v1/coupon_reservations/{code}", """{"integrationIDs":["a"]}""")).Expect(404);
        (await other.Api.GetAsync($"/v1/coupon_reservations/customerprofiles/{code}")).Expect(404);
    }

    [Fact]
    public async Task A_thousand_customers_at_once_are_counted_exactly()
    {
        var (shop, code) = await StartAsync();
        var ids = string.Join(",", Enumerable.Range(0, 1000).Select(i => $"\"{code}{i}\""));
        Assert.Equal(1000, (await shop.Api.PostAsync($"/v1/coupon_reservations/{code}", $$"""{"integrationIDs":[{{ids}}]}""")).Expect(201).Json.GetProperty("reservationCounter").GetInt32());
        (await shop.Api.SendAsync("DELETE", $"/v1/coupon_reservations/{code}", $$"""{"integrationIDs":[{{ids}}]}""")).Expect(204);
        Assert.Equal("[]", (await shop.Api.GetAsync($"/v1/coupon_reservations/customerprofiles/{code}")).Expect(200).Json.GetProperty("data").GetRawText());
    }

    private async Task<(Shop Shop, string Code)> StartAsync(string more = "", string prefix = "code")
    {
        var shop = await server.CreateShopAsync();
        var code = Shop.NewId(prefix);
        await shop.CreateCouponAsync(await shop.CreateCampaignAsync(), code, more: more);
        return (shop, code);
    }
}
