using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class LedgerReadTests(ServerFixture server)
{
    [Fact]
    public async Task Transactions_are_told_the_latest_first_and_filtered()
    {
        var shop = await LoyaltyShop.OpenAsync(server);
        var (profile, session) = (Shop.NewId(), Shop.NewId());
        await shop.AddAsync(profile, 5, ""","name":"Welcome","validUntil":"2999-01-01T00:00:00Z" """);
        await shop.CloseAsync(session, LoyaltyShop.Cart(profile));
        var between = Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        (await shop.DeductAsync(profile, 20, ""","name":"Penalty" """)).Expect(204);
        await shop.AddAsync(profile, 1, ""","subledgerId":"mysub","pendingDuration":"on_action","validityDuration":"30D" """);

        var all = await ListAsync(shop, profile, "transactions");

        Assert.Equal(["addition mysub 1", "subtraction  20", "addition  100", "addition  5"], all.Select(Brief));
        Assert.Equal([("on_action", "unlimited"), ("immediate", "unlimited"), ("immediate", "unlimited"), ("immediate", "2999-01-01T00:00:00Z")], all.Select(entry => (LoyaltyShop.Text(entry, "startDate"), LoyaltyShop.Text(entry, "expiryDate"))));
        Assert.Equal(("30D", "Penalty", session, "The rule"), (LoyaltyShop.Text(all[0], "validityDuration"), LoyaltyShop.Text(all[1], "name"), LoyaltyShop.Text(all[2], "customerSessionId"), LoyaltyShop.Text(all[2], "ruleName")));
        Assert.Equal(["addition  100"], (await ListAsync(shop, profile, "transactions?loyaltyTransactionType=session")).Select(Brief));
        Assert.Equal(3, (await ListAsync(shop, profile, "transactions?loyaltyTransactionType=manual")).Count);
        Assert.Empty(await ListAsync(shop, profile, "transactions?loyaltyTransactionType=import"));
        Assert.Equal(["addition mysub 1"], (await ListAsync(shop, profile, "transactions?subledgerId=mysub")).Select(Brief));
        Assert.Equal(["addition mysub 1"], (await ListAsync(shop, profile, "transactions?awaitsActivation=true")).Select(Brief));
        Assert.Equal(["addition  100"], (await ListAsync(shop, profile, $"transactions?customerSessionIDs=nosuch&customerSessionIDs={session}")).Select(Brief));
        Assert.Equal(["subtraction  20"], (await ListAsync(shop, profile, $"transactions?transactionUUIDs={LoyaltyShop.Text(all[1], "transactionUUID").ToUpperInvariant()}")).Select(Brief));
        Assert.Equal(["addition mysub 1", "subtraction  20"], (await ListAsync(shop, profile, $"transactions?startDate={between}")).Select(Brief));
        Assert.Equal(["addition  100", "addition  5"], (await ListAsync(shop, profile, $"transactions?endDate={between}")).Select(Brief));
        Assert.Equal(["awaitsActivation"], (await shop.Shop.Api.GetAsync($"{shop.Path}/profile/{profile}/transactions?awaitsActivation=false")).Expect(400).Places);
        var page = await shop.ReadAsync(profile, "transactions?pageSize=2&skip=1");
        Assert.True(page.GetProperty("hasMore").GetBoolean());
        Assert.Equal(["subtraction  20", "addition  100"], page.GetProperty("data").EnumerateArray().Select(Brief));
        Assert.False((await shop.ReadAsync(profile, "transactions?pageSize=4")).GetProperty("hasMore").GetBoolean());
        Assert.Equal(4, (await server.Management.GetAsync($"{shop.Path}/profile/{profile}/ledger_transactions")).Expect(200).Json.GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task Unused_points_are_told_by_status_filtered_and_sorted()
    {
        var shop = await LoyaltyShop.OpenAsync(server);
        var (profile, session) = (Shop.NewId(), Shop.NewId());
        await shop.AddAsync(profile, 5, ""","validityDuration":"3D" """);
        await shop.AddAsync(profile, 6, ""","validityDuration":"2D" """);
        await shop.AddAsync(profile, 7, ""","pendingDuration":"1D" """);
        await shop.AddAsync(profile, 8, ""","pendingDuration":"on_action","subledgerId":"mysub" """);
        await shop.CloseAsync(session, LoyaltyShop.Cart(profile));
        await shop.AddAsync(profile, 9, ""","validityDuration":"4s" """);
        (await shop.DeductAsync(profile, 1)).Expect(204);
        await Eventually.ComesAsync(async () => (await AmountsAsync(shop, profile, "?status=expired")).Any());

        Assert.Equal([5, 6, 100], await AmountsAsync(shop, profile, ""));
        Assert.Equal([6, 5, 100], await AmountsAsync(shop, profile, "?sort=expiryDate"));
        Assert.Equal([100, 5, 6], await AmountsAsync(shop, profile, "?sort=-expiryDate"));
        Assert.Equal([6, 5], await AmountsAsync(shop, profile, "?sort=-startDate&skip=1"));
        Assert.Equal([100], await AmountsAsync(shop, profile, $"?customerSessionIDs={session}"));
        Assert.Equal([7, 8], await AmountsAsync(shop, profile, "?status=pending"));
        Assert.Equal([8], await AmountsAsync(shop, profile, "?status=pending&subledgerId=mysub&subledgerId=other"));
        Assert.Equal([8], await AmountsAsync(shop, profile, "?status=expired"));
        var page = await shop.ReadAsync(profile, "points?pageSize=1&skip=1");
        Assert.True(page.GetProperty("hasMore").GetBoolean());
        Assert.Equal(6, LoyaltyShop.Number(Assert.Single(page.GetProperty("data").EnumerateArray()), "amount"));
        var pending = await ListAsync(shop, profile, "points?status=pending&subledgerId=mysub");
        Assert.Equal(("on_action", "unlimited"), (LoyaltyShop.Text(pending[0], "startDate"), LoyaltyShop.Text(pending[0], "expiryDate")));
    }

    [Fact]
    public async Task Points_that_wait_are_activated_by_session_or_by_transaction()
    {
        var shop = await LoyaltyShop.OpenAsync(server, options: """{"pending":"on_action","validity":"10D"}""");
        var (profile, first, second) = (Shop.NewId(), Shop.NewId(), Shop.NewId());
        var earned = (await shop.CloseAsync(first, LoyaltyShop.Cart(profile))).Props("addLoyaltyPoints");
        var other = (await shop.CloseAsync(second, LoyaltyShop.Cart(profile, price: 10))).Props("addLoyaltyPoints");
        Assert.True(earned.GetProperty("awaitsActivation").GetBoolean());
        Assert.Equal((0, 110, 0), await shop.BalanceAsync(profile));

        var bySession = (await shop.Shop.Api.PostAsync($"{shop.Path}/activate_points", $$"""{"sessionId":"{{first}}"}""")).Expect(200).Json.GetProperty("ledgerEntries");
        Assert.Equal((100, 10, 0), await shop.BalanceAsync(profile));
        var byTransaction = (await shop.Shop.Api.PostAsync($"{shop.Path}/activate_points", $$"""{"transactionUUIDs":["{{LoyaltyShop.Text(other, "transactionUUID")}}"]}""")).Expect(200).Json.GetProperty("ledgerEntries");

        Assert.Equal((110, 0, 0), await shop.BalanceAsync(profile));
        Assert.Equal((100, first, profile), (LoyaltyShop.Number(bySession[0], "amount"), LoyaltyShop.Text(bySession[0], "customerSessionID"), LoyaltyShop.Text(bySession[0], "customerProfileID")));
        Assert.True(byTransaction[0].GetProperty("expiryDate").GetDateTimeOffset() > DateTimeOffset.UtcNow.AddDays(9));
        Assert.Empty((await shop.Shop.Api.PostAsync($"{shop.Path}/activate_points", $$"""{"sessionId":"{{first}}"}""")).Expect(200).Json.GetProperty("ledgerEntries").EnumerateArray());
        (await shop.Shop.Api.PostAsync($"{shop.Path}/activate_points", """{"sessionId":"nosuch"}""")).Expect(404);
        (await shop.Shop.Api.PostAsync($"{shop.Path}/activate_points", """{"transactionUUIDs":["8f1a8d7c-9c3e-4a5e-9f0d-2c5f7a3b1cde"]}""")).Expect(404);
        (await shop.Shop.Api.PostAsync($"{shop.Path}/activate_points", """{"sessionId":"s","transactionUUIDs":["8f1a8d7c-9c3e-4a5e-9f0d-2c5f7a3b1cde"]}""")).Expect(400);
        (await shop.Shop.Api.PostAsync($"{shop.Path}/activate_points", "{}")).Expect(400);
    }

    [Fact]
    public async Task A_grant_tells_when_it_was_activated_and_ends_also_once_it_is_spent()
    {
        var shop = await LoyaltyShop.OpenAsync(server);
        var profile = Shop.NewId();
        await shop.AddAsync(profile, 5, ""","pendingDuration":"on_action","validityDuration":"10D" """);
        await shop.AddAsync(profile, 5, ""","pendingDuration":"on_action","validityDuration":"10D","subledgerId":"spent" """);
        var waiting = await ListAsync(shop, profile, "transactions");
        Assert.All(waiting, entry => Assert.Equal(("on_action", "unlimited", "10D"), (LoyaltyShop.Text(entry, "startDate"), LoyaltyShop.Text(entry, "expiryDate"), LoyaltyShop.Text(entry, "validityDuration"))));

        var uuids = string.Join(',', waiting.Select(entry => $"\"{LoyaltyShop.Text(entry, "transactionUUID")}\""));
        var activated = (await shop.Shop.Api.PostAsync($"{shop.Path}/activate_points", $$"""{"transactionUUIDs":[{{uuids}}]}""")).Expect(200).Json.GetProperty("ledgerEntries").EnumerateArray().ToList();
        (await shop.DeductAsync(profile, 5, ""","subledgerId":"spent" """)).Expect(204);

        var listed = (await ListAsync(shop, profile, "transactions")).Where(entry => LoyaltyShop.Text(entry, "type") == "addition").ToList();
        Assert.Equal(["spent", ""], listed.Select(entry => LoyaltyShop.Text(entry, "subledgerId")));
        Assert.All(listed, entry => Assert.Equal(10, (entry.GetProperty("expiryDate").GetDateTimeOffset() - entry.GetProperty("startDate").GetDateTimeOffset()).TotalDays));
        Assert.All([.. listed, .. activated, .. await ListAsync(shop, profile, "points")], entry => Assert.False(entry.TryGetProperty("validityDuration", out _)));
    }

    [Fact]
    public async Task Lists_name_sessions_and_subledgers_by_commas_or_by_repeating_also_those_with_commas_in_them()
    {
        var shop = await LoyaltyShop.OpenAsync(server);
        var (profile, session, other) = (Shop.NewId(), Shop.NewId() + ",1", Shop.NewId());
        await shop.CloseAsync(session, LoyaltyShop.Cart(profile));
        await shop.CloseAsync(other, LoyaltyShop.Cart(profile, price: 7));

        Assert.Equal([100], await AmountsAsync(shop, profile, $"?customerSessionIDs={Uri.EscapeDataString(session)}"));
        Assert.Equal([100, 7], await AmountsAsync(shop, profile, $"?customerSessionIDs={Uri.EscapeDataString(session)}&customerSessionIDs={other}"));
        Assert.Equal([7], await AmountsAsync(shop, profile, $"?customerSessionIDs=x,{other}"));
    }

    [Fact]
    public async Task Points_that_are_taken_back_keep_the_reason_of_their_grant()
    {
        var shop = await LoyaltyShop.OpenAsync(server);
        var (profile, session) = (Shop.NewId(), Shop.NewId());
        await shop.CloseAsync(session, LoyaltyShop.Cart(profile));
        (await shop.Shop.PutSessionAsync(session, "\"state\":\"cancelled\"")).Expect(200);

        Assert.Equal(["Points for money", "Points for money"], (await ListAsync(shop, profile, "transactions")).Select(entry => LoyaltyShop.Text(entry, "name")));
    }

    [Fact]
    public async Task A_customer_joins_once()
    {
        var shop = await LoyaltyShop.OpenAsync(server);
        var profile = Shop.NewId();

        (await shop.Shop.Api.SendAsync("POST", $"{shop.Path}/profile/{profile}/join")).Expect(200);

        (await shop.Shop.Api.SendAsync("POST", $"{shop.Path}/profile/{profile}/join")).Expect(400);
        (await shop.Shop.Api.SendAsync("POST", $"/v1/loyalty_programs/{shop.Program + 100_000}/profile/{profile}/join")).Expect(404);
        var loyalty = (await shop.Shop.PutSessionAsync(Shop.NewId(), LoyaltyShop.Cart(profile, "open"), more: ",\"responseContent\":[\"loyalty\"]")).Expect(200).Json.GetProperty("loyalty").GetProperty("programs");
        Assert.True(loyalty.EnumerateObject().Single().Value.TryGetProperty("joinDate", out _));
    }

    [Fact]
    public async Task Wiping_forgets_ledgers_and_what_led_to_them()
    {
        var shop = await LoyaltyShop.OpenAsync(server, ""","returnPolicy":"unlimited" """);
        var (profile, earning, spending) = (Shop.NewId(), Shop.NewId(), Shop.NewId());
        await shop.AddAsync(profile, 5, ""","subledgerId":"mysub" """);
        await shop.CloseAsync(earning, LoyaltyShop.Cart(profile, price: 150));
        await shop.CloseAsync(spending, LoyaltyShop.Cart(profile, points: true));

        (await shop.Shop.Api.PostAsync($"{shop.Path}/profile/{profile}/delete_transactions", """{"scope":"SelectedSubledgers","subledgerIds":[""]}""")).Expect(204);

        Assert.Equal((0, 0, 0), await shop.BalanceAsync(profile));
        Assert.Equal(["addition mysub 5"], (await ListAsync(shop, profile, "transactions")).Select(Brief));
        await shop.AddAsync(profile, 30);
        (await shop.Shop.PutSessionAsync(earning, "\"state\":\"cancelled\"")).Expect(200);
        (await shop.Shop.PutSessionAsync(spending, "\"state\":\"cancelled\"")).Expect(200);
        Assert.Equal((30, 0, 0), await shop.BalanceAsync(profile));
        (await shop.Shop.Api.PostAsync($"{shop.Path}/profile/{profile}/delete_transactions", """{"scope":"AllSubledgers"}""")).Expect(204);
        Assert.Empty(await ListAsync(shop, profile, "transactions"));
        (await shop.Shop.Api.PostAsync($"{shop.Path}/profile/{profile}/delete_transactions", """{"scope":"SelectedSubledgers"}""")).Expect(400);
    }

    [Fact]
    public async Task Points_that_could_not_be_kept_are_refused_with_every_problem()
    {
        var shop = await LoyaltyShop.OpenAsync(server);
        var profile = Shop.NewId();
        await shop.AddAsync(profile, 1);

        var refusal = await server.Management.PutAsync($"{shop.Path}/profile/{profile}/add_points", """{"points":1,"validityDuration":"1X","validUntil":"2020-01-01T00:00:00Z","pendingDuration":"1h_U","pendingUntil":"2999-01-01T00:00:00Z"}""");

        Assert.Equal(["/validityDuration", "/pendingDuration", "/validUntil", "/pendingUntil", "/validUntil"], refusal.Expect(400).Places);
        Assert.Equal(["/points"], (await server.Management.PutAsync($"{shop.Path}/profile/{profile}/add_points", """{"points":0}""")).Expect(400).Places);
        Assert.Equal(["/points"], (await shop.DeductAsync(profile, 2)).Expect(400).Places);
        (await server.Management.PutAsync($"{shop.Path}/profile/{Shop.NewId()}/add_points", """{"points":1}""")).Expect(404);
        Assert.Equal((1, 0, 0), await shop.BalanceAsync(profile));
    }

    private static string Brief(JsonElement entry) => $"{LoyaltyShop.Text(entry, "type")} {LoyaltyShop.Text(entry, "subledgerId")} {entry.GetProperty("amount").GetRawText()}";

    private static async Task<List<JsonElement>> ListAsync(LoyaltyShop shop, string profile, string what) => [.. (await shop.ReadAsync(profile, what)).GetProperty("data").EnumerateArray()];

    private static async Task<IEnumerable<decimal>> AmountsAsync(LoyaltyShop shop, string profile, string query) => (await ListAsync(shop, profile, "points" + query)).Select(points => LoyaltyShop.Number(points, "amount")).ToList();
}
