namespace Talon.Server.Tests;

public sealed class ReturnPolicyTests(ServerFixture server)
{
    private const string Now = "{}";
    private const string Later = """{"pending":"7D"}""";

    /// <summary>A customer earns 100, spends some meanwhile, and gives everything back: what is left.</summary>
    public static TheoryData<string?, string, int, decimal, decimal, decimal, decimal> Cases => new()
    {
        // policy, when the points become active, spent meanwhile, taken back; then active, pending, negative
        { "only_pending", Now, 0, 0, 100, 0, 0 },
        { "only_pending", Now, 60, 0, 40, 0, 0 },
        { "only_pending", Later, 0, 100, 0, 0, 0 },
        { "within_balance", Now, 0, 100, 0, 0, 0 },
        { "within_balance", Now, 60, 40, 0, 0, 0 },
        { "within_balance", Later, 0, 100, 0, 0, 0 },
        { "unlimited", Now, 0, 100, 0, 0, 0 },
        { "unlimited", Now, 60, 100, 0, 0, 60 },
        { "unlimited", Later, 0, 100, 0, 0, 0 },
        { null, Now, 60, 40, 0, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Returning_everything_leaves_what_the_policy_says(string? policy, string options, int spent, decimal taken, decimal active, decimal pending, decimal negative)
    {
        var (shop, profile, session) = await EarnAsync(policy, options, spent);

        var first = (await shop.Shop.Api.PostAsync($"/v2/customer_sessions/{session}/returns", """{"return":{"returnedCartItems":[{"position":0,"quantity":1}]}}""")).Expect(200);
        var second = (await shop.Shop.Api.PostAsync($"/v2/customer_sessions/{session}/returns", """{"return":{"returnedCartItems":[{"sku":"a","quantity":3}]}}""")).Expect(200);

        Assert.Equal(taken, TakenBack(first) + TakenBack(second));
        Assert.Equal((active, pending, negative), await shop.BalanceAsync(profile));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Cancelling_leaves_what_the_policy_says(string? policy, string options, int spent, decimal taken, decimal active, decimal pending, decimal negative)
    {
        var (shop, profile, session) = await EarnAsync(policy, options, spent);

        var cancelled = (await shop.Shop.PutSessionAsync(session, "\"state\":\"cancelled\"")).Expect(200);

        Assert.Equal(taken, TakenBack(cancelled));
        Assert.Equal((active, pending, negative), await shop.BalanceAsync(profile));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Reopening_and_closing_again_grants_nothing_twice(string? policy, string options, int spent, decimal taken, decimal active, decimal pending, decimal negative)
    {
        var (shop, profile, session) = await EarnAsync(policy, options, spent);
        var before = await shop.BalanceAsync(profile);

        var reopened = (await shop.Shop.Api.SendAsync("PUT", $"/v2/customer_sessions/{session}/reopen")).Expect(200);
        Assert.Equal(taken, TakenBack(reopened));
        Assert.Equal((active, pending, negative), await shop.BalanceAsync(profile));
        await shop.CloseAsync(session, "\"state\":\"closed\"");

        Assert.Equal(before, await shop.BalanceAsync(profile));
    }

    [Fact]
    public async Task New_points_pay_what_is_owed_first()
    {
        var (shop, profile, session) = await EarnAsync("unlimited", Now, 60);
        (await shop.Shop.PutSessionAsync(session, "\"state\":\"cancelled\"")).Expect(200);

        await shop.CloseAsync(Shop.NewId(), LoyaltyShop.Cart(profile));

        Assert.Equal((40, 0, 0), await shop.BalanceAsync(profile));
        var log = (await shop.ReadAsync(profile, "transactions")).GetProperty("data");
        Assert.Contains(log.EnumerateArray(), entry => entry.TryGetProperty("flags", out var flags) && flags.GetProperty("createsNegativeBalance").GetBoolean());
    }

    private static decimal TakenBack(Reply reply) => reply.Json.GetProperty("effects").EnumerateArray()
        .Where(effect => LoyaltyShop.Text(effect, "effectType") == "rollbackAddedLoyaltyPoints")
        .Sum(effect => LoyaltyShop.Number(effect.GetProperty("props"), "value"));

    private async Task<(LoyaltyShop Shop, string Profile, string Session)> EarnAsync(string? policy, string options, int spent)
    {
        var shop = await LoyaltyShop.OpenAsync(server, policy is null ? "" : $",\"returnPolicy\":\"{policy}\"", options);
        var (profile, session) = (Shop.NewId(), Shop.NewId());
        var earned = (await shop.CloseAsync(session, LoyaltyShop.Cart(profile, price: 25, quantity: 4))).Props("addLoyaltyPoints");
        Assert.Equal((100, profile), (LoyaltyShop.Number(earned, "value"), LoyaltyShop.Text(earned, "recipientIntegrationId")));
        if (spent > 0)
            (await shop.DeductAsync(profile, spent)).Expect(204);
        return (shop, profile, session);
    }
}
