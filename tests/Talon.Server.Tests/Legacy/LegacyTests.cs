namespace Talon.Server.Tests;

public sealed class LegacyTests(ServerFixture server)
{
    [Fact]
    public async Task A_session_is_updated_in_the_older_form()
    {
        var shop = await server.CreateShopAsync();
        await shop.CreateCouponAsync(await shop.CreateCampaignAsync(), "XMAS");
        var (session, profile) = (Shop.NewId(), Shop.NewId());
        var target = $"/v1/customer_sessions/{session}";
        var dry = (await shop.Api.PutAsync(target + "?dry=true", $$"""{"profileId":"{{profile}}","coupon":"XMAS",{{Shop.Cart}}}""")).Expect(200).Json;
        Assert.Equal(24.6m, dry.GetProperty("session").GetProperty("discounts").GetProperty("20 % off").GetDecimal());
        (await shop.Api.GetAsync($"/v2/customer_sessions/{session}")).Expect(404);
        var state = (await shop.Api.PutAsync(target, $$"""{"profileId":"{{profile}}","coupon":"XMAS","total":5,{{Shop.Cart}}}""")).Expect(200).Json;
        Assert.Equal((profile, "XMAS", "open", 123m), (
            state.GetProperty("profile").GetProperty("integrationId").GetString(), state.GetProperty("session").GetProperty("coupon").GetString(),
            state.GetProperty("session").GetProperty("state").GetString(), state.GetProperty("session").GetProperty("total").GetDecimal()));
        Assert.Equal(["acceptCoupon", "setDiscount"], state.GetProperty("event").GetProperty("effects").EnumerateArray().Select(effect => effect[3][0].GetString()).Order());
        var cleared = (await shop.Api.PutAsync(target, """{"coupon":"","state":"closed"}""")).Expect(200).Json;
        Assert.Equal(("", "closed", 0), (
            cleared.GetProperty("session").GetProperty("coupon").GetString(), cleared.GetProperty("session").GetProperty("state").GetString(), cleared.GetProperty("event").GetProperty("effects").GetArrayLength()));
        Assert.Equal(["/state"], (await shop.Api.PutAsync(target, """{"state":"open"}""")).Expect(400).Places);
        Assert.Equal(["/attributes/none", "/cartItems/0/price", "/cartItems/0/quantity", "/coupon"], (await shop.Api.PutAsync(target, """{"coupon":1,"attributes":{"none":1},"cartItems":[{"sku":"a"}]}""")).Expect(400).Places.Order(StringComparer.Ordinal));
        (await shop.With(null).PutAsync(target, "{}")).Expect(401);
    }

    [Fact]
    public async Task An_anonymous_session_has_a_profile_without_a_name()
    {
        var shop = await server.CreateShopAsync();
        var state = (await shop.Api.PutAsync("/v1/customer_sessions/s", $"{{{Shop.Cart}}}")).Expect(200).Json;
        Assert.Equal("", state.GetProperty("profile").GetProperty("integrationId").GetString());
    }

    [Fact]
    public async Task A_profile_update_runs_the_rules()
    {
        var shop = await server.CreateShopAsync();
        await shop.CreateCampaignAsync("""["and",["=",[".","Profile","ShippingCity"],"Seattle"]]""", """[["showNotification","Info","Hello","You"]]""");
        var target = $"/v1/customer_profiles/{Shop.NewId()}";
        const string seattle = """{"attributes":{"ShippingCity":"Seattle"}}""";
        Assert.Equal(1, (await shop.Api.PutAsync(target + "?dry=true", seattle)).Expect(200).Json.GetProperty("event").GetProperty("effects").GetArrayLength());
        Assert.Equal(0, (await shop.Api.PutAsync(target, "{}")).Expect(200).Json.GetProperty("event").GetProperty("effects").GetArrayLength());
        var state = (await shop.Api.PutAsync(target, seattle)).Expect(200).Json;
        Assert.Equal("talon_profile_updated", state.GetProperty("event").GetProperty("type").GetString());
        Assert.Equal("Seattle", state.GetProperty("profile").GetProperty("attributes").GetProperty("ShippingCity").GetString());
        Assert.Equal(["/attributes/none"], (await shop.Api.PutAsync(target, """{"attributes":{"none":1}}""")).Expect(400).Places);
        (await shop.With(null).PutAsync(target, "{}")).Expect(401);
    }

    [Fact]
    public async Task An_event_happens_in_a_session()
    {
        var shop = await server.CreateShopAsync();
        var type = Shop.NewId("shared");
        (await server.Management.PostAsync("/v1/event_types", $$"""{"title":"Shared","name":"{{type}}"}""")).Expect(201);
        await shop.CreateCampaignAsync($$"""["and",["eventTypeIs","{{type}}"],[">",[".","Session","Total"],100]]""", """[["showNotification","Info","Thanks",""]]""");
        var (session, profile) = (Shop.NewId(), Shop.NewId());
        await shop.PutSessionAsync(session, $"{Shop.Cart},\"profileId\":\"{profile}\"");
        foreach (var query in new[] { "?dry=true", "" })
        {
            var state = (await shop.Api.PostAsync("/v1/events" + query, $$"""{"type":"{{type}}","attributes":{},"sessionId":"{{session}}"}""")).Expect(200).Json;
            Assert.Equal((profile, session, 1), (
                state.GetProperty("profile").GetProperty("integrationId").GetString(), state.GetProperty("event").GetProperty("sessionId").GetString(), state.GetProperty("event").GetProperty("effects").GetArrayLength()));
            Assert.Equal(session, state.GetProperty("session").GetProperty("integrationId").GetString());
        }

        (await shop.Api.PostAsync("/v1/events", $$"""{"type":"{{type}}","attributes":{},"sessionId":"none"}""")).Expect(404);
        Assert.Equal(["/attributes", "/sessionId"], (await shop.Api.PostAsync("/v1/events", $$"""{"type":"{{type}}"}""")).Expect(400).Places);
        (await shop.With(null).PostAsync("/v1/events", "{}")).Expect(401);
    }

    [Fact]
    public async Task All_of_them_pass_the_gate()
    {
        var shop = await server.CreateShopAsync();
        var profile = Shop.NewId();
        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => i % 2 == 0
            ? shop.Api.PutAsync($"/v1/customer_profiles/{profile}", "{}")
            : shop.Api.PutAsync("/v1/customer_sessions/s", $$"""{"profileId":"{{profile}}",{{Shop.Cart}}}""")));
        Assert.All(replies, reply => Assert.True(reply.Status is 200 or 409, reply.Text));
        Assert.Contains(replies, reply => reply.Status == 409);
    }
}
