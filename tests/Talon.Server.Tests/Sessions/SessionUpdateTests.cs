namespace Talon.Server.Tests;

public sealed class SessionUpdateTests(ServerFixture server)
{
    [Fact]
    public async Task A_valid_coupon_gives_20_percent_off_the_tutorial_cart()
    {
        var shop = await server.CreateShopAsync();
        await shop.CreateCouponAsync(await shop.CreateCampaignAsync(), "xmas20");
        var reply = await shop.PutSessionAsync("my_session_id", $"{Shop.Cart},\"couponCodes\":[\"xmas20\"]");
        Assert.Equal(["acceptCoupon", "setDiscount"], reply.Expect(200).EffectTypes);
        Assert.Equal("xmas20", reply.Props("acceptCoupon").GetProperty("value").GetString());
        Assert.Equal(24.6m, reply.Props("setDiscount").GetProperty("value").GetDecimal());
    }

    [Fact]
    public async Task Nothing_optional_is_answered_unless_asked_for()
    {
        var shop = await server.CreateShopAsync();
        var reply = await shop.PutSessionAsync(Shop.NewId(), Shop.Cart);
        Assert.Equal("""{"effects":[],"createdCoupons":[],"createdReferrals":[]}""", reply.Expect(200).Text);
    }

    [Fact]
    public async Task Numbers_come_back_as_they_were_written()
    {
        var shop = await server.CreateShopAsync();
        var reply = await shop.PutSessionAsync(
            Shop.NewId(),
            "\"cartItems\":[{\"sku\":\"a\",\"quantity\":2,\"price\":5.10,\"weight\":3},{\"sku\":\"b\",\"quantity\":1,\"price\":7}]",
            more: ",\"responseContent\":[\"customerSession\"]");
        var items = reply.Expect(200).Json.GetProperty("customerSession").GetProperty("cartItems");
        Assert.Equal("5.10", items[0].GetProperty("price").GetRawText());
        Assert.Equal("3", items[0].GetProperty("weight").GetRawText());
        Assert.Equal("7", items[1].GetProperty("price").GetRawText());
    }

    [Theory]
    [InlineData("session/with space%")]
    [InlineData("\u00e9\U0001F600")]
    [InlineData("..")]
    [InlineData("a\tb\"c\\d")]
    public async Task Session_ids_may_hold_any_character(string id)
    {
        Assert.SkipUnless(ServerFixture.IsOwn || id != "..", "A host may take two dots for a step up.");
        var shop = await server.CreateShopAsync();
        (await shop.PutSessionAsync(id, Shop.Cart)).Expect(200);
        var path = "/v2/customer_sessions/" + Uri.EscapeDataString(id).Replace(".", "%2E", StringComparison.Ordinal);
        var session = (await shop.Api.GetAsync(path)).Expect(200).Json.GetProperty("customerSession");
        Assert.Equal(id, session.GetProperty("integrationId").GetString());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("ß")]
    [InlineData("\U0001F600")]
    public async Task A_session_id_may_have_1000_characters_of_any_script(string character)
    {
        const int shortestLongLine = 8192;
        var id = string.Concat(Enumerable.Repeat(character, 1000));
        Assert.SkipUnless(ServerFixture.IsOwn || Uri.EscapeDataString(id).Length < shortestLongLine, "A host may refuse so long an address.");
        var shop = await server.CreateShopAsync();
        (await shop.PutSessionAsync(id, Shop.Cart)).Expect(200);
        (await shop.PutSessionAsync(id + "x", Shop.Cart)).Expect(400);
    }

    [Fact]
    public async Task An_undefined_attribute_is_refused_and_nothing_is_stored()
    {
        var shop = await server.CreateShopAsync();
        var reply = await shop.PutSessionAsync("s", $"{Shop.Cart},\"attributes\":{{\"MyAttribute\":1}}");
        Assert.Equal(
            """{"message":"The submitted data was invalid","errors":[{"title":"Unknown","details":"The attribute \"MyAttribute\" is not defined on CustomerSession entities.","source":{"pointer":"/customerSession/attributes/MyAttribute"}}]}""",
            reply.Expect(400).Text);
        (await shop.Api.GetAsync("/v2/customer_sessions/s")).Expect(404);
    }

    [Fact]
    public async Task Schema_and_attribute_problems_are_reported_at_once()
    {
        var shop = await server.CreateShopAsync();
        var reply = await shop.PutSessionAsync(
            "s",
            """
            "state":"ajar","attributes":{"MyAttribute":1,"ShippingCity":false},"additionalCosts":{"shipping":{"price":1}},
            "cartItems":[{"sku":"a","quantity":0,"price":1,"attributes":{"Other":1}},{"quantity":1,"price":"x"}]
            """,
            "?dry=perhaps",
            ",\"responseContent\":[\"everything\"]");
        Assert.Equal(
            [
                "/customerSession/additionalCosts/shipping",
                "/customerSession/attributes/MyAttribute",
                "/customerSession/attributes/ShippingCity",
                "/customerSession/cartItems/0/attributes/Other",
                "/customerSession/cartItems/0/quantity",
                "/customerSession/cartItems/1/price",
                "/customerSession/cartItems/1/sku",
                "/customerSession/state",
                "/responseContent/0",
                "dry",
            ],
            reply.Expect(400).Places.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "/customerSession")]
    [InlineData("\"customerSession\":{\"identifiers\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]}", "/customerSession/identifiers")]
    [InlineData("\"customerSession\":{\"loyaltyCards\":[\"1\",\"2\"]}", "/customerSession/loyaltyCards")]
    [InlineData("\"customerSession\":{\"storeIntegrationId\":\"\"}", "/customerSession/storeIntegrationId")]
    [InlineData("\"customerSession\":{\"cartItems\":[{\"sku\":\"a\",\"quantity\":5001,\"price\":1},{\"sku\":\"a\",\"quantity\":5000,\"price\":1}]}", "/customerSession/cartItems")]
    public async Task Limits_of_the_contract_are_enforced(string members, string place)
    {
        var shop = await server.CreateShopAsync();
        var reply = await shop.Api.PutAsync("/v2/customer_sessions/s", $"{{{members}}}");
        Assert.Equal([place], reply.Expect(400).Places);
    }

    [Fact]
    public async Task A_cart_has_at_most_1000_lines_and_codes_at_most_100_characters()
    {
        var shop = await server.CreateShopAsync();
        var line = """{"sku":"a","quantity":1,"price":1}""";
        var code = new string('c', 101);
        (await shop.PutSessionAsync("s", $"\"cartItems\":[{string.Join(',', Enumerable.Repeat(line, 1000))}]")).Expect(200);
        var reply = await shop.PutSessionAsync(
            "s", $"\"cartItems\":[{string.Join(',', Enumerable.Repeat(line, 1001))}],\"couponCodes\":[\"{code}\"],\"referralCode\":\"{code}\"");
        Assert.Equal(["/customerSession/couponCodes/0", "/customerSession/referralCode", "/customerSession/cartItems"], reply.Expect(400).Places);
    }

    [Fact]
    public async Task An_item_without_a_price_is_refused()
    {
        var shop = await server.CreateShopAsync();
        var reply = await shop.PutSessionAsync("s", "\"cartItems\":[{\"sku\":\"a\",\"quantity\":1}]");
        Assert.Equal(["/customerSession/cartItems/0/price"], reply.Expect(400).Places);
    }
}
