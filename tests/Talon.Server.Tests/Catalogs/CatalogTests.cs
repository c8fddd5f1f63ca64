using System.Globalization;
using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class CatalogTests(ServerFixture server)
{
    [Fact]
    public async Task Items_are_added_patched_and_removed()
    {
        var (shop, catalog, colour, size) = await StartAsync();
        Assert.Equal(2, (await SyncAsync(shop, catalog, Add("a", 100, colour, "blue", size, 40), Add("b", 50, colour, "red", size, 46))).Expect(200).Json.GetProperty("version").GetInt32());
        await SyncAsync(shop, catalog, 200, Action("PATCH", $$$"""{"sku":"a","attributes":{"{{{size}}}":41}}"""), Action("PATCH", """{"sku":"nosuch","price":1}"""), Action("PATCH", """{"sku":"c","price":3,"createIfNotExists":true}"""));
        await SyncAsync(shop, catalog, 200, Action("ADD", """{"sku":"b","price":1}"""), Action("ADD", """{"sku":"c","replaceIfExists":true}"""));
        await SyncAsync(shop, catalog, 200, Action("PATCH_MANY", $$$"""{"price":9,"filters":[{"attr":"{{{colour}}}","op":"EQ","value":"blue"},{"attr":"{{{size}}}","op":"GT","value":"40"}]}"""));
        await SyncAsync(shop, catalog, 200, Action("REMOVE_MANY", $$$"""{"filters":[{"attr":"{{{size}}}","op":"IN","value":"45, 46"}]}"""));
        await SyncAsync(shop, catalog, 200, Action("REMOVE", """{"sku":"nosuch"}"""));

        var items = (await server.Management.GetAsync($"/v1/catalogs/{catalog}/items?withTotalResultSize=true")).Expect(200).Json;

        Assert.Equal(2, items.GetProperty("totalResultSize").GetInt32());
        var bySku = items.GetProperty("data").EnumerateArray().ToDictionary(item => item.GetProperty("sku").GetString()!);
        Assert.Equal(9, bySku["a"].GetProperty("price").GetDecimal());
        Assert.Equal([(colour, "\"blue\""), (size, "41")], bySku["a"].GetProperty("attributes").EnumerateArray().Select(a => (a.GetProperty("name").GetString()!, a.GetProperty("value").GetRawText())));
        Assert.Equal((3, 4), (bySku["c"].GetProperty("price").GetInt32(), bySku["c"].GetProperty("version").GetInt32()));
        Assert.Single((await server.Management.GetAsync($"/v1/catalogs/{catalog}/items?sku=a,b")).Expect(200).Json.GetProperty("data").EnumerateArray());
        Assert.True((await server.Management.GetAsync($"/v1/catalogs/{catalog}/items?pageSize=1")).Expect(200).Json.GetProperty("hasMore").GetBoolean());
        Assert.Equal(7, (await server.Management.GetAsync($"/v1/catalogs/{catalog}")).Expect(200).Json.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Lines_are_filled_by_their_sku_and_what_they_say_themselves_wins()
    {
        var (shop, catalog, colour, size) = await StartAsync();
        await SyncAsync(shop, catalog, 200, Action("ADD", $$$"""{"sku":"sneaker","price":80.50,"product":{"name":"Sneakers"},"attributes":{"{{{colour}}}":"blue","{{{size}}}":40} }"""));

        var session = (await shop.PutSessionAsync("s", $$"""
            "cartItems":[{"sku":"sneaker","quantity":2},{"sku":"sneaker","quantity":1,"price":70,"name":"Mine","attributes":{"{{size}}":44} },{"sku":"unknown","quantity":1,"price":1}]
            """, more: ",\"responseContent\":[\"customerSession\"]")).Expect(200).Json.GetProperty("customerSession");

        var lines = session.GetProperty("cartItems");
        Assert.Equal(("80.50", "Sneakers", "Sneakers"), (lines[0].GetProperty("price").GetRawText(), lines[0].GetProperty("name").GetString(), lines[0].GetProperty("product").GetProperty("name").GetString()));
        Assert.Equal($$"""{"{{colour}}":"blue","{{size}}":40}""", lines[0].GetProperty("attributes").GetRawText());
        Assert.Equal(("70", "Mine"), (lines[1].GetProperty("price").GetRawText(), lines[1].GetProperty("name").GetString()));
        Assert.Equal($$"""{"{{colour}}":"blue","{{size}}":44}""", lines[1].GetProperty("attributes").GetRawText());
        Assert.Equal(lines[0].GetProperty("catalogItemID").GetInt64(), lines[1].GetProperty("catalogItemID").GetInt64());
        Assert.False(lines[2].TryGetProperty("catalogItemID", out _));
        Assert.Equal(232m, session.GetProperty("total").GetDecimal());
        Assert.Equal(161m, (await shop.PutSessionAsync("dry", "\"cartItems\":[{\"sku\":\"sneaker\",\"quantity\":2}]", "?dry=true", ",\"responseContent\":[\"customerSession\"]")).Expect(200).Json.GetProperty("customerSession").GetProperty("total").GetDecimal());
        Assert.Equal(["/customerSession/cartItems/0/price"], (await shop.PutSessionAsync("t", "\"cartItems\":[{\"sku\":\"unknown\",\"quantity\":1}]")).Expect(400).Places);
        Assert.Equal(232m, (await shop.PutSessionAsync("s", "\"state\":\"open\"", more: ",\"responseContent\":[\"customerSession\"]")).Expect(200).Json.GetProperty("customerSession").GetProperty("total").GetDecimal());
    }

    [Fact]
    public async Task Rules_see_what_the_catalog_filled()
    {
        var (shop, catalog, colour, size) = await StartAsync();
        await SyncAsync(shop, catalog, 200, Add("sneaker", 80, colour, "blue", size, 40));
        await shop.CreateCampaignAsync("""[">",[".","Session","Total"],79]""", """[["setDiscount","ten",10]]""");
        Assert.Equal(["setDiscount"], (await shop.PutSessionAsync("s", "\"cartItems\":[{\"sku\":\"sneaker\",\"quantity\":1}]")).Expect(200).EffectTypes);
    }

    [Fact]
    public async Task An_adjustment_is_the_price_of_its_type_while_it_holds()
    {
        var (shop, catalog, colour, size) = await StartAsync();
        var now = DateTimeOffset.UtcNow;
        await SyncAsync(shop, catalog, 200, Add("shoe", 100, colour, "blue", size, 40));
        await SyncAsync(shop, catalog, 200, Action("ADD_PRICE_ADJUSTMENT", $$$"""
            {"sku":"shoe","adjustments":[
              {"priceType":"member","price":90,"referenceId":"68851723-e6fa-488f-ace9-112581e6c19b","contextId":"spring"},
              {"priceType":"late","price":1,"referenceId":"r","effectiveFrom":"{{{now.AddDays(1):O}}}"},
              {"priceType":"old","price":1,"referenceId":"r","effectiveUntil":"{{{now.AddDays(-1):O}}}"}]}
            """));

        var lines = (await shop.PutSessionAsync("s", """
            "cartItems":[{"sku":"shoe","quantity":1,"selectedPriceType":"member"},{"sku":"shoe","quantity":1},{"sku":"shoe","quantity":1,"selectedPriceType":"late"}]
            """, more: ",\"responseContent\":[\"customerSession\"]")).Expect(200).Json.GetProperty("customerSession").GetProperty("cartItems");

        Assert.Equal([90, 100, 100], lines.EnumerateArray().Select(line => line.GetProperty("price").GetInt32()));
        Assert.Equal("68851723-e6fa-488f-ace9-112581e6c19b", lines[0].GetProperty("adjustmentReferenceId").GetString());
        Assert.Equal("spring", Assert.Single(lines[1].GetProperty("prices").EnumerateObject()).Value.GetProperty("adjustmentContextId").GetString());
        await SyncAsync(shop, catalog, 200, Action("ADD_PRICE_ADJUSTMENT", """{"sku":"shoe","adjustments":[{"priceType":"member","price":null,"referenceId":"end"}]}"""));
        Assert.Equal(100, (await shop.PutSessionAsync("t", "\"cartItems\":[{\"sku\":\"shoe\",\"quantity\":1,\"selectedPriceType\":\"member\"}]", more: ",\"responseContent\":[\"customerSession\"]")).Expect(200).Json.GetProperty("customerSession").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Refusals_are_those_that_are_documented()
    {
        var (shop, catalog, colour, size) = await StartAsync();
        Assert.Equal(["/actions"], (await shop.Api.PutAsync($"/v1/catalogs/{catalog}/sync", "{}")).Expect(400).Places);
        Assert.Equal(["/actions/1/payload/sku"], (await SyncAsync(shop, catalog, Action("REMOVE", """{"sku":"a"}"""), Action("REMOVE", """{"sku":"a"}"""))).Expect(400).Places);
        Assert.Equal(["/actions/1/type"], (await SyncAsync(shop, catalog, Action("REMOVE", """{"sku":"a"}"""), Action("ADD", """{"sku":"b"}"""))).Expect(400).Places);
        Assert.Equal(["/actions/0/payload/sku"], (await SyncAsync(shop, catalog, Action("ADD", "{}"))).Expect(400).Places);
        Assert.Equal(["/actions/0/type"], (await SyncAsync(shop, catalog, Action("EXPLODE", "{}"))).Expect(400).Places);
        Assert.Equal(["/actions/0/payload/attributes/nosuch", $"/actions/0/payload/attributes/{size}"], (await SyncAsync(shop, catalog, Action("ADD", $$$"""{"sku":"a","attributes":{"nosuch":1,"{{{size}}}":"x"}}"""))).Expect(400).Places);
        Assert.Equal(["/actions/0/payload/filters/0/attr", "/actions/0/payload/filters/1/op"], (await SyncAsync(shop, catalog, Action("REMOVE_MANY", $$$"""{"filters":[{"attr":"nosuch","op":"EQ","value":1},{"attr":"{{{colour}}}","op":"GT","value":1}]}"""))).Expect(400).Places);
        Assert.Equal(["/version"], (await shop.Api.PutAsync($"/v1/catalogs/{catalog}/sync", """{"version":7,"actions":[{"type":"REMOVE","payload":{"sku":"a"}}]}""")).Expect(400).Places);
        Assert.Equal(2, (await shop.Api.PutAsync($"/v1/catalogs/{catalog}/sync", """{"version":1,"actions":[{"type":"REMOVE","payload":{"sku":"a"}}]}""")).Expect(200).Json.GetProperty("version").GetInt32());
        await SyncAsync(shop, 999_999_999, 404, Action("REMOVE", """{"sku":"a"}"""));
        (await shop.With(null).PutAsync($"/v1/catalogs/{catalog}/sync", "{}")).Expect(401);
        (await SyncAsync(shop, catalog, [.. Enumerable.Range(0, 1001).Select(i => Action("REMOVE", $$"""{"sku":"{{i}}"}"""))])).Expect(400);
        var other = await server.CreateShopAsync();
        var mine = await CreateAsync(string.Create(CultureInfo.InvariantCulture, $",\"subscribedApplicationsIds\":[{shop.Id}]"));
        await SyncAsync(other, mine, 404, Action("REMOVE", """{"sku":"a"}"""));
    }

    [Fact]
    public async Task The_best_prior_price_is_the_lowest_of_the_look_back()
    {
        var (shop, catalog, colour, size) = await StartAsync();
        var now = DateTimeOffset.UtcNow;
        foreach (var price in new[] { 100, 80, 120 })
            await SyncAsync(shop, catalog, 200, Action("ADD", $$$"""{"sku":"shoe","price":{{{price}}},"replaceIfExists":true,"attributes":{"{{{colour}}}":"blue","{{{size}}}":40}}"""));
        await SyncAsync(shop, catalog, 200, Action("ADD_PRICE_ADJUSTMENT", $$$"""{"sku":"shoe","adjustments":[{"priceType":"base","price":60,"referenceId":"ref","contextId":"sale","effectiveFrom":"{{{now.AddMinutes(5):O}}}","effectiveUntil":"{{{now.AddDays(9):O}}}"}]}"""));
        var tomorrow = now.AddDays(1).ToString("O");

        Assert.Equal(60, (await PriceAsync("strict")).GetProperty("price").GetInt32());
        var prior = await PriceAsync("sale");
        Assert.Equal((80, 0), (prior.GetProperty("price").GetInt32(), prior.GetProperty("contextIds").GetArrayLength()));
        Assert.Equal(80, (await PriceAsync("price")).GetProperty("price").GetInt32());
        var sale = await PriceAsync("strict");
        Assert.Equal(("sale", "ref"), (sale.GetProperty("contextIds")[0].GetString(), sale.GetProperty("metadata").GetProperty("adjustmentDetails").GetProperty("referenceId").GetString()));
        (await shop.Api.PostAsync("/v1/best_prior_price", """{"skus":[],"timeframe":"0","timeframeEndDate":"x","timeframeEndDateType":"never"}""")).Expect(400);
        (await shop.With(null).PostAsync("/v1/best_prior_price", "{}")).Expect(401);
        (await shop.Api.PostAsync("/v1/best_prior_price", $$$"""{"skus":["shoe"],"timeframe":"30","timeframeEndDate":"{{{tomorrow}}}","timeframeEndDateType":"sale","target":{"targetType":"AUDIENCE","audienceID":999999999}}""")).Expect(404);

        async Task<JsonElement> PriceAsync(string type) => Assert.Single((await shop.Api.PostAsync("/v1/best_prior_price", $$"""{"skus":["shoe","unknown"],"timeframe":"30","timeframeEndDate":"{{tomorrow}}","timeframeEndDateType":"{{type}}"}""")).Expect(200).Json.EnumerateArray());
    }

    private static string Action(string type, string payload) => $$"""{"type":"{{type}}","payload":{{payload}} }""";

    private static string Add(string sku, int price, string colour, string blue, string size, int number) =>
        Action("ADD", $$$"""{"sku":"{{{sku}}}","price":{{{price}}},"attributes":{"{{{colour}}}":"{{{blue}}}","{{{size}}}":{{{number}}} } }""");

    private static async Task SyncAsync(Shop shop, long catalog, int expected, params string[] actions) => (await SyncAsync(shop, catalog, actions)).Expect(expected);

    private static Task<Reply> SyncAsync(Shop shop, long catalog, params string[] actions) =>
        shop.Api.PutAsync($"/v1/catalogs/{catalog}/sync", $$"""{"actions":[{{string.Join(",", actions)}}]}""");

    private async Task<long> CreateAsync(string more = "") =>
        (await server.Management.PostAsync("/v1/catalogs", $$"""{"name":"{{Shop.NewId()}}","description":""{{more}}}""")).Expect(201).Json.GetProperty("id").GetInt64();

    private async Task<(Shop Shop, long Catalog, string Colour, string Size)> StartAsync()
    {
        var shop = await server.CreateShopAsync();
        return (shop, await CreateAsync(string.Create(CultureInfo.InvariantCulture, $",\"subscribedApplicationsIds\":[{shop.Id}]")), await shop.CreateAttributeAsync("CartItem"), await shop.CreateAttributeAsync("CartItem", "number"));
    }
}
