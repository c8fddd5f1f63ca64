using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class CardTests(ServerFixture server)
{
    private const string CardBased = ""","cardBased":true,"usersPerCardLimit":2,"cardCodeSettings":{"validCharacters":["A","B"],"couponPattern":"CARD-########"}""";

    [Fact]
    public async Task A_card_is_created_and_customers_are_registered_on_it()
    {
        var shop = await LoyaltyShop.OpenAsync(server, CardBased);
        var (anna, ben, eva) = (await CustomerAsync(shop), await CustomerAsync(shop), await CustomerAsync(shop));

        var card = (await shop.Shop.Api.PostAsync($"{shop.Path}/cards", $$"""{"customerProfileIds":["{{anna}}"]}""")).Expect(200).Json;
        var id = LoyaltyShop.Text(card, "identifier");

        Assert.Matches("^CARD-[AB]{8}$", id);
        Assert.Equal(("active", 2), (LoyaltyShop.Text(card, "status"), card.GetProperty("usersPerCardLimit").GetInt32()));
        Assert.Equal([anna], Users(card));
        Assert.Equal([anna, ben], Users((await LinkAsync(shop, id, ben)).Expect(200).Json));
        Assert.Equal([anna, ben], Users((await LinkAsync(shop, id, ben)).Expect(200).Json));
        (await LinkAsync(shop, id, eva)).Expect(400);
        Assert.Equal([ben], Users((await LinkAsync(shop, id, anna, "unlink_profile")).Expect(200).Json));
        (await LinkAsync(shop, id, anna, "unlink_profile")).Expect(404);
        (await LinkAsync(shop, id, Shop.NewId())).Expect(404);
        (await LinkAsync(shop, "nosuchcard", anna)).Expect(404);
    }

    [Fact]
    public async Task Cards_that_could_not_be_are_refused()
    {
        var shop = await LoyaltyShop.OpenAsync(server, CardBased);
        var profiles = await LoyaltyShop.OpenAsync(server);
        (await shop.Shop.Api.PostAsync($"{shop.Path}/cards", """{"cardIdentifier":"my.card%1"}""")).Expect(200);

        Assert.Equal(["/cardIdentifier"], (await shop.Shop.Api.PostAsync($"{shop.Path}/cards", """{"cardIdentifier":"my.card%1"}""")).Expect(400).Places);
        Assert.Equal(["/customerProfileIds/0"], (await shop.Shop.Api.PostAsync($"{shop.Path}/cards", """{"customerProfileIds":["nobody at all"]}""")).Expect(400).Places);
        Assert.Equal(["/status", "/cardIdentifier"], (await shop.Shop.Api.PostAsync($"{shop.Path}/cards", """{"status":"lost","cardIdentifier":"a b"}""")).Expect(400).Places);
        Assert.Equal(["loyaltyProgramId"], (await profiles.Shop.Api.PostAsync($"{profiles.Path}/cards", "{}")).Expect(400).Places);
        (await shop.Shop.Api.GetAsync($"{shop.Path}/cards/my.card%251/balances")).Expect(200);
    }

    [Fact]
    public async Task A_session_earns_and_spends_with_its_card()
    {
        var shop = await LoyaltyShop.OpenAsync(server, CardBased);
        var card = await CardAsync(shop);
        var named = $",\"loyaltyCards\":[\"{card}\"]";
        var session = Shop.NewId();

        var earned = (await shop.CloseAsync(session, LoyaltyShop.Cart("", price: 120, more: named))).Props("addLoyaltyPoints");
        var spent = (await shop.Shop.PutSessionAsync(Shop.NewId(), LoyaltyShop.Cart("", points: true, more: named), more: ",\"responseContent\":[\"loyalty\"]")).Expect(200);

        Assert.Equal((card, 120), (LoyaltyShop.Text(earned, "cardIdentifier"), LoyaltyShop.Number(earned, "value")));
        Assert.Equal(card, LoyaltyShop.Text(spent.Props("deductLoyaltyPoints"), "cardIdentifier"));
        var shown = Assert.Single(spent.Json.GetProperty("loyalty").GetProperty("cards").EnumerateArray());
        Assert.Equal((card, 20), (LoyaltyShop.Text(shown, "identifier"), LoyaltyShop.Number(shown.GetProperty("ledger"), "currentBalance")));
        var log = (await shop.Shop.Api.GetAsync($"{shop.Path}/cards/{card}/transactions?customerSessionIDs={session}")).Expect(200).Json.GetProperty("data");
        Assert.Equal((card, session, 120), (LoyaltyShop.Text(log[0], "cardIdentifier"), LoyaltyShop.Text(log[0], "customerSessionId"), LoyaltyShop.Number(log[0], "amount")));
        var points = (await shop.Shop.Api.GetAsync($"{shop.Path}/cards/{card}/points")).Expect(200).Json.GetProperty("data");
        Assert.Equal(20, LoyaltyShop.Number(Assert.Single(points.EnumerateArray()), "amount"));
        Assert.Equal(20, LoyaltyShop.Number((await shop.Shop.PutSessionAsync(session, "\"state\":\"cancelled\"")).Expect(200).Props("rollbackAddedLoyaltyPoints"), "value"));
        Assert.Equal(0, await ActiveAsync(shop, card));
    }

    [Fact]
    public async Task A_card_that_is_blocked_or_unknown_earns_nothing()
    {
        var shop = await LoyaltyShop.OpenAsync(server, CardBased);
        var card = await CardAsync(shop);
        (await server.Management.PutAsync($"{shop.Path}/cards/{card}", """{"status":"inactive","blockReason":"lost"}""")).Expect(200);

        Assert.Empty((await shop.CloseAsync(Shop.NewId(), LoyaltyShop.Cart("", more: $",\"loyaltyCards\":[\"{card}\"]"))).EffectTypes);
        Assert.Equal(["/customerSession/loyaltyCards/0"], (await shop.Shop.PutSessionAsync(Shop.NewId(), LoyaltyShop.Cart("", more: ",\"loyaltyCards\":[\"nosuchcard\"]"))).Expect(400).Places);
        Assert.Equal("lost", LoyaltyShop.Text((await server.Management.GetAsync($"{shop.Path}/cards/{card}")).Expect(200).Json, "blockReason"));
        Assert.Equal(0, await ActiveAsync(shop, card));
    }

    [Fact]
    public async Task The_inventory_tells_a_customers_points_and_cards()
    {
        var shop = await LoyaltyShop.OpenAsync(server, CardBased);
        var profile = await CustomerAsync(shop);
        var card = LoyaltyShop.Text((await shop.Shop.Api.PostAsync($"{shop.Path}/cards", $$"""{"customerProfileIds":["{{profile}}"]}""")).Expect(200).Json, "identifier");
        (await server.Management.PutAsync($"{shop.Path}/cards/{card}/add_points", """{"points":12}""")).Expect(204);

        var loyalty = (await shop.Shop.Api.GetAsync($"/v1/customer_profiles/{profile}/inventory?loyalty=true")).Expect(200).Json.GetProperty("loyalty");

        var shown = Assert.Single(loyalty.GetProperty("cards").EnumerateArray());
        Assert.Equal((card, 12), (LoyaltyShop.Text(shown, "identifier"), LoyaltyShop.Number(shown.GetProperty("ledger"), "currentBalance")));
        Assert.Empty(loyalty.GetProperty("programs").EnumerateObject());
        (await LinkAsync(shop, card, profile, "unlink_profile")).Expect(200);
        Assert.Empty((await shop.Shop.Api.GetAsync($"/v1/customer_profiles/{profile}/inventory?loyalty=true")).Expect(200).Json.GetProperty("loyalty").GetProperty("cards").EnumerateArray());
    }

    [Fact]
    public async Task Points_of_a_card_are_added_and_taken_by_hand()
    {
        var shop = await LoyaltyShop.OpenAsync(server, CardBased);
        var card = await CardAsync(shop);

        (await server.Management.PutAsync($"{shop.Path}/cards/{card}/add_points", """{"points":12.5}""")).Expect(204);
        (await server.Management.PutAsync($"{shop.Path}/cards/{card}/deduct_points", """{"points":2}""")).Expect(204);
        (await server.Management.PutAsync($"{shop.Path}/cards/{card}/deduct_points", """{"points":11}""")).Expect(400);
        (await server.Management.PutAsync($"{shop.Path}/cards/nosuchcard/add_points", """{"points":1}""")).Expect(404);

        Assert.Equal(10.5m, await ActiveAsync(shop, card));
    }

    private static async Task<decimal> ActiveAsync(LoyaltyShop shop, string card) =>
        LoyaltyShop.Number((await shop.Shop.Api.GetAsync($"{shop.Path}/cards/{card}/balances")).Expect(200).Json.GetProperty("balance"), "activePoints");

    private static IEnumerable<string> Users(JsonElement card) => card.GetProperty("profiles").EnumerateArray().Select(user => LoyaltyShop.Text(user, "integrationId")).ToList();

    private static Task<Reply> LinkAsync(LoyaltyShop shop, string card, string profile, string how = "link_profile") =>
        shop.Shop.Api.PostAsync($"/v2{shop.Path[3..]}/cards/{card}/{how}", $$"""{"integrationId":"{{profile}}"}""");

    private static async Task<string> CardAsync(LoyaltyShop shop) => LoyaltyShop.Text((await shop.Shop.Api.PostAsync($"{shop.Path}/cards", "{}")).Expect(200).Json, "identifier");

    private static async Task<string> CustomerAsync(LoyaltyShop shop)
    {
        var profile = Shop.NewId();
        (await shop.Shop.Api.PutAsync($"/v2/customer_profiles/{profile}", "{}")).Expect(200);
        return profile;
    }
}
