using System.Globalization;
using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class BalanceTests(ServerFixture server)
{
    private const string Tiers = ""","tiers":[{"name":"Bronze","minPoints":0},{"name":"Silver","minPoints":100},{"name":"Gold","minPoints":500}]""";

    [Fact]
    public async Task Balances_are_told_per_ledger()
    {
        var shop = await LoyaltyShop.OpenAsync(server);
        var profile = Shop.NewId();
        await shop.AddAsync(profile, 100);
        await shop.AddAsync(profile, 7.5m, ""","subledgerId":"mysub","pendingDuration":"1D" """);
        (await shop.DeductAsync(profile, 30)).Expect(204);

        var all = await shop.ReadAsync(profile, "balances");
        var one = await shop.ReadAsync(profile, "balances?subledgerId=mysub");

        Assert.Equal((70, 30), (LoyaltyShop.Number(all.GetProperty("balance"), "activePoints"), LoyaltyShop.Number(all.GetProperty("balance"), "spentPoints")));
        Assert.Equal(7.5m, LoyaltyShop.Number(all.GetProperty("subledgerBalances").GetProperty("mysub"), "pendingPoints"));
        Assert.False(one.TryGetProperty("balance", out _));
        Assert.Equal(7.5m, LoyaltyShop.Number(one.GetProperty("subledgerBalances").GetProperty("mysub"), "pendingPoints"));
    }

    [Fact]
    public async Task Balances_of_the_past_and_of_the_future_are_told()
    {
        var shop = await LoyaltyShop.OpenAsync(server);
        var profile = Shop.NewId();
        await shop.AddAsync(profile, 100, ""","validityDuration":"2D" """);
        await shop.AddAsync(profile, 10, ""","pendingDuration":"3D" """);
        var between = DateTimeOffset.UtcNow;
        (await shop.DeductAsync(profile, 40)).Expect(204);
        await shop.CloseAsync(Shop.NewId(), LoyaltyShop.Cart(profile));

        Assert.Equal((100, 10, 0), await shop.BalanceAsync(profile, At(between)));
        Assert.Equal((160, 10, 0), await shop.BalanceAsync(profile));
        Assert.Equal((100, 10, 0), await shop.BalanceAsync(profile, At(between.AddDays(2.5))));
        Assert.Equal((110, 0, 0), await shop.BalanceAsync(profile, At(between.AddDays(4))));
        Assert.Equal((0, 0, 0), await shop.BalanceAsync(profile, "?endDate=2020-01-01"));
        Assert.Equal(60, LoyaltyShop.Number((await shop.ReadAsync(profile, "balances" + At(between.AddDays(4)))).GetProperty("balance"), "expiredPoints"));
    }

    [Fact]
    public async Task The_tier_and_what_is_missing_to_the_next_one_are_told()
    {
        var shop = await LoyaltyShop.OpenAsync(server, Tiers);
        var profile = Shop.NewId();

        var raised = (await shop.CloseAsync(Shop.NewId(), LoyaltyShop.Cart(profile, price: 120))).Props("changeLoyaltyTierLevel");
        var balance = (await shop.ReadAsync(profile, "balances?includeTiers=true")).GetProperty("balance");
        var plain = (await shop.ReadAsync(profile, "balances")).GetProperty("balance");

        Assert.Equal(("Bronze", "Silver"), (LoyaltyShop.Text(raised, "previousTierName"), LoyaltyShop.Text(raised, "newTierName")));
        Assert.Equal(("Silver", "Gold", 380), (LoyaltyShop.Text(balance.GetProperty("currentTier"), "name"), LoyaltyShop.Text(balance, "nextTierName"), LoyaltyShop.Number(balance, "pointsToNextTier")));
        Assert.False(plain.TryGetProperty("currentTier", out _));
        await shop.AddAsync(profile, 1000);
        var top = (await shop.ReadAsync(profile, "balances?includeTiers=true")).GetProperty("balance");
        Assert.Equal("Gold", LoyaltyShop.Text(top.GetProperty("currentTier"), "name"));
        Assert.False(top.TryGetProperty("nextTierName", out _));
    }

    [Fact]
    public async Task The_tier_to_be_expected_is_told()
    {
        var shop = await LoyaltyShop.OpenAsync(server, Tiers + ""","tiersExpirationPolicy":"tier_start_date","tiersExpireIn":"30D","tiersDowngradePolicy":"one_down" """);
        var profile = Shop.NewId();
        await shop.AddAsync(profile, 520, ""","validityDuration":"20D" """);
        await shop.AddAsync(profile, 20);

        var balance = (await shop.ReadAsync(profile, "balances?includeTiers=true&includeProjectedTier=true")).GetProperty("balance");

        Assert.Equal(("Gold", "one_down"), (LoyaltyShop.Text(balance.GetProperty("currentTier"), "name"), LoyaltyShop.Text(balance.GetProperty("currentTier"), "downgradePolicy")));
        var projected = balance.GetProperty("projectedTier");
        Assert.Equal(("Silver", 20, 480), (LoyaltyShop.Text(projected, "projectedTierName"), LoyaltyShop.Number(projected, "projectedActivePoints"), LoyaltyShop.Number(projected, "stayInTierPoints")));
    }

    [Fact]
    public async Task A_session_tells_the_points_before_and_after_it()
    {
        const string asking = ",\"responseContent\":[\"loyalty\"]";
        var shop = await LoyaltyShop.OpenAsync(server, Tiers);
        var (profile, session) = (Shop.NewId(), Shop.NewId());
        await shop.AddAsync(profile, 50);
        await shop.AddAsync(profile, 5, ""","subledgerId":"mysub" """);

        var open = Ledger(shop, (await shop.Shop.PutSessionAsync(session, LoyaltyShop.Cart(profile, "open"), more: asking)).Expect(200));
        var closed = (await shop.Shop.PutSessionAsync(session, LoyaltyShop.Cart(profile), more: asking)).Expect(200);
        var cancelled = Ledger(shop, (await shop.Shop.PutSessionAsync(session, "\"state\":\"cancelled\"", more: asking)).Expect(200));

        Assert.Equal((50, 150, "Bronze"), (LoyaltyShop.Number(open, "currentBalance"), LoyaltyShop.Number(open, "tentativeCurrentBalance"), LoyaltyShop.Text(open.GetProperty("currentTier"), "name")));
        var after = Ledger(shop, closed);
        Assert.Equal((150, 150, "Silver"), (LoyaltyShop.Number(after, "currentBalance"), LoyaltyShop.Number(after, "tentativeCurrentBalance"), LoyaltyShop.Text(after.GetProperty("currentTier"), "name")));
        var programme = closed.Json.GetProperty("loyalty").GetProperty("programs").GetProperty(shop.Program.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(5, LoyaltyShop.Number(programme.GetProperty("subLedgers").GetProperty("mysub"), "currentBalance"));
        Assert.Equal(50, LoyaltyShop.Number(cancelled, "currentBalance"));
    }

    [Fact]
    public async Task Spent_points_that_come_back_stand_in_the_answer_of_the_cancel()
    {
        const string asking = ",\"responseContent\":[\"loyalty\"]";
        var shop = await LoyaltyShop.OpenAsync(server);
        var (profile, session) = (Shop.NewId(), Shop.NewId());
        await shop.AddAsync(profile, 150);

        var open = Ledger(shop, (await shop.Shop.PutSessionAsync(session, LoyaltyShop.Cart(profile, "open", points: true), more: asking)).Expect(200));
        var closed = Ledger(shop, (await shop.Shop.PutSessionAsync(session, LoyaltyShop.Cart(profile, points: true), more: asking)).Expect(200));
        var cancelled = Ledger(shop, (await shop.Shop.PutSessionAsync(session, "\"state\":\"cancelled\"", more: asking)).Expect(200));

        Assert.Equal((150, 50), (LoyaltyShop.Number(open, "currentBalance"), LoyaltyShop.Number(open, "tentativeCurrentBalance")));
        Assert.Equal((50, 50), (LoyaltyShop.Number(closed, "currentBalance"), LoyaltyShop.Number(closed, "tentativeCurrentBalance")));
        Assert.Equal((150, 150), (LoyaltyShop.Number(cancelled, "currentBalance"), LoyaltyShop.Number(cancelled, "tentativeCurrentBalance")));
    }

    [Fact]
    public async Task What_is_not_there_or_not_theirs_is_not_found()
    {
        var shop = await LoyaltyShop.OpenAsync(server);
        var stranger = await server.CreateShopAsync();
        var profile = Shop.NewId();
        await shop.AddAsync(profile, 100);

        (await shop.Shop.Api.GetAsync($"{shop.Path}/profile/{Shop.NewId()}/balances")).Expect(404);
        (await shop.Shop.Api.GetAsync($"/v1/loyalty_programs/{shop.Program + 100_000}/profile/{profile}/balances")).Expect(404);
        (await shop.Shop.Api.GetAsync($"{shop.Path}/cards/nosuchcard/balances")).Expect(400);
        foreach (var what in new[] { "balances", "transactions", "points" })
            (await stranger.Api.GetAsync($"{shop.Path}/profile/{profile}/{what}")).Expect(404);
        (await stranger.Api.PostAsync($"{shop.Path}/profile/{profile}/delete_transactions", """{"scope":"AllSubledgers"}""")).Expect(404);
        (await stranger.Api.PostAsync($"{shop.Path}/activate_points", """{"sessionId":"s"}""")).Expect(404);
        Assert.Equal((100, 0, 0), await shop.BalanceAsync(profile));
    }

    private static string At(DateTimeOffset time) => "?endDate=" + Uri.EscapeDataString(time.ToString("O", CultureInfo.InvariantCulture));

    private static JsonElement Ledger(LoyaltyShop shop, Reply reply) =>
        reply.Json.GetProperty("loyalty").GetProperty("programs").GetProperty(shop.Program.ToString(CultureInfo.InvariantCulture)).GetProperty("ledger");
}
