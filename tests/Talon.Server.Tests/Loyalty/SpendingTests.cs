namespace Talon.Server.Tests;

public sealed class SpendingTests(ServerFixture server)
{
    private const int Rounds = 5;

    [Fact]
    public async Task Twenty_clients_of_one_customer_spend_the_same_hundred_points_once()
    {
        var shop = await LoyaltyShop.OpenAsync(server);
        for (var round = 0; round < Rounds; round++)
        {
            var profile = Shop.NewId();
            await shop.AddAsync(profile, 100);

            var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.CloseAsync(Shop.NewId(), LoyaltyShop.Cart(profile, points: true))));

            Assert.Single(replies, reply => reply.EffectTypes.Contains("deductLoyaltyPoints"));
            Assert.Single(replies, reply => reply.EffectTypes.Contains("setDiscount"));
            Assert.Equal((0, 0, 0), await shop.BalanceAsync(profile));
        }
    }

    [Fact]
    public async Task Twenty_clients_with_one_card_spend_the_same_points_as_often_as_there_are_enough()
    {
        var shop = await LoyaltyShop.OpenAsync(server, ""","cardBased":true""");
        for (var round = 0; round < Rounds; round++)
        {
            var card = Shop.NewId("card");
            (await shop.Shop.Api.PostAsync($"{shop.Path}/cards", $$"""{"cardIdentifier":"{{card}}"}""")).Expect(200);
            (await server.Management.PutAsync($"{shop.Path}/cards/{card}/add_points", """{"points":350}""")).Expect(204);

            var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.CloseAsync(Shop.NewId(), LoyaltyShop.Cart("", points: true, more: $",\"loyaltyCards\":[\"{card}\"]"))));

            Assert.Equal(3, replies.Count(reply => reply.EffectTypes.Contains("deductLoyaltyPoints")));
            var balance = (await shop.Shop.Api.GetAsync($"{shop.Path}/cards/{card}/balances")).Expect(200).Json.GetProperty("balance");
            Assert.Equal((50, 0, 300), (LoyaltyShop.Number(balance, "activePoints"), LoyaltyShop.Number(balance, "negativePoints"), LoyaltyShop.Number(balance, "spentPoints")));
        }
    }

    [Fact]
    public async Task A_dry_request_tells_balances_and_times_of_the_moment_that_it_is_about()
    {
        var shop = await LoyaltyShop.OpenAsync(server);
        var profile = Shop.NewId();
        await shop.AddAsync(profile, 150, ""","pendingDuration":"2D","validityDuration":"5D" """);

        Assert.Equal((0, 150, 0, "not_enough"), await AfterAsync(0));
        Assert.Equal((150, 0, 50, "spent"), await AfterAsync(3));
        Assert.Equal((0, 0, 0, "not_enough"), await AfterAsync(8));

        async Task<(decimal Current, decimal Pending, decimal Tentative, string Verdict)> AfterAsync(int days)
        {
            var now = DateTimeOffset.UtcNow.AddDays(days);
            var query = "?dry=true" + (days == 0 ? "" : "&now=" + Uri.EscapeDataString(now.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
            var reply = (await shop.Shop.PutSessionAsync(Shop.NewId(), LoyaltyShop.Cart(profile, "open", points: true), query, ",\"responseContent\":[\"loyalty\",\"customerSession\"]")).Expect(200);
            Assert.Equal(now, reply.Json.GetProperty("customerSession").GetProperty("created").GetDateTimeOffset(), TimeSpan.FromMinutes(1));
            var ledger = Assert.Single(reply.Json.GetProperty("loyalty").GetProperty("programs").EnumerateObject()).Value.GetProperty("ledger");
            Assert.Equal(0, LoyaltyShop.Number(ledger, "tentativeNegativeBalance"));
            return (LoyaltyShop.Number(ledger, "currentBalance"), LoyaltyShop.Number(ledger, "pendingBalance"), LoyaltyShop.Number(ledger, "tentativeCurrentBalance"), reply.EffectTypes.Contains("deductLoyaltyPoints") ? "spent" : "not_enough");
        }
    }

    [Fact]
    public async Task Twenty_managers_take_the_same_hundred_points_once()
    {
        var shop = await LoyaltyShop.OpenAsync(server);
        var profile = Shop.NewId();
        await shop.AddAsync(profile, 100);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.DeductAsync(profile, 100)));

        Assert.Equal((1, 19), (replies.Count(reply => reply.Status == 204), replies.Count(reply => reply.Status == 400)));
        Assert.Equal((0, 0, 0), await shop.BalanceAsync(profile));
    }

    [Fact]
    public async Task Points_are_taken_on_close_and_come_back_on_cancel()
    {
        var shop = await LoyaltyShop.OpenAsync(server);
        var (profile, session) = (Shop.NewId(), Shop.NewId());
        await shop.AddAsync(profile, 150);

        var open = (await shop.Shop.PutSessionAsync(session, LoyaltyShop.Cart(profile, "open", points: true))).Expect(200).Props("deductLoyaltyPoints");
        Assert.Equal((150, 0, 0), await shop.BalanceAsync(profile));
        var closed = (await shop.CloseAsync(session, LoyaltyShop.Cart(profile, points: true))).Props("deductLoyaltyPoints");
        Assert.Equal((50, 0, 0), await shop.BalanceAsync(profile));
        var cancelled = (await shop.Shop.PutSessionAsync(session, "\"state\":\"cancelled\"")).Expect(200).Props("rollbackDeductedLoyaltyPoints");

        Assert.Equal((150, 0, 0), await shop.BalanceAsync(profile));
        Assert.Equal((100, shop.Program, "Pay with points"), (LoyaltyShop.Number(closed, "value"), closed.GetProperty("programId").GetInt64(), LoyaltyShop.Text(closed, "name")));
        Assert.Equal(LoyaltyShop.Text(open, "transactionUUID"), LoyaltyShop.Text(closed, "transactionUUID"));
        Assert.Equal((100, LoyaltyShop.Text(closed, "transactionUUID"), profile), (LoyaltyShop.Number(cancelled, "value"), LoyaltyShop.Text(cancelled, "transactionUUID"), LoyaltyShop.Text(cancelled, "recipientIntegrationId")));
    }
}
