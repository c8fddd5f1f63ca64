using System.Text;
using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class ErasureTests
{
    private const string Id = "anna.maria-4711";
    private const string Name = "Anna Maria Sommer";

    private const string Rules = """
        [{"title": "greet", "condition": ["and", [">", [".", "Session", "Total"], 100]],
          "effects": [["showNotification", "Info", [".", "Profile", "Attributes", "Name"], "Hello"],
                      ["updateAttribute", "Session.Attributes.ShippingName", [".", "Profile", "Attributes", "Name"]],
                      ["addLoyaltyPoints", 1, "", 50, "thanks"],
                      ["createCoupon", "campaign 2", {"recipient": [".", "Profile", "IntegrationId"], "usageLimit": 1}],
                      ["addToAudience", 1]]},
         {"title": "coupon", "condition": ["and", ["couponValid"]], "effects": [["setDiscount", "ten", 10]]},
         {"title": "friend", "condition": ["and", ["referralValid"]], "effects": [["setDiscount", "five", 5]]}]
        """;

    [Fact]
    public async Task Nothing_in_the_store_names_the_customer_any_more()
    {
        var shop = await LiveAsync();
        Assert.NotEmpty(Naming(shop));

        await shop.Services.Erasures.EraseAsync(Id, default);
        // Calls are written after their answers.
        await shop.Services.AccessLogs.RecordAsync(1, new AccessLogEntry(Guid.Empty, 204, "DELETE", $"/v1/customer_data/{Id}", shop.Time.GetUtcNow(), "", ""));
        await shop.SettleAsync();

        Assert.Equal([], Naming(shop));
        Assert.Contains(shop.Store.Rows(), row => row.Partition.StartsWith("due.", StringComparison.Ordinal));
        Assert.Contains(shop.Store.Rows(), row => row.Row.Key.Length > 20 && row.Partition.StartsWith("accesslog.1.", StringComparison.Ordinal));
        await Assert.ThrowsAsync<NotFoundException>(() => shop.Services.Erasures.EraseAsync(Id, default));
        await Assert.ThrowsAsync<NotFoundException>(() => shop.Services.Inventories.ReadAsync(shop.Context(), Id, InventorySections.Profile, default));
    }

    [Fact]
    public async Task What_is_left_still_works_and_the_ledger_balances()
    {
        var shop = await LiveAsync();
        var before = await BalanceAsync(shop);
        await shop.Services.Erasures.EraseAsync(Id, default);
        Assert.Equal(before, await BalanceAsync(shop));
        Assert.Equal((50m, 50m), before);

        Assert.Contains((await shop.UpdateAsync(Shop.State("closed", SessionState.Cancelled))).Effects, effect => effect.Props is RollbackCouponProps);
        await shop.SettleAsync();

        Assert.Equal((0m, 0m), await BalanceAsync(shop));
        Assert.Equal(0, (await shop.ReadCouponAsync("WELCOME")).UsageCounter);
        Assert.Empty(await shop.Services.Parked.ListAsync(default));
        Assert.Equal([], Naming(shop));
        await shop.UpdateAsync(Shop.Cart("open") with { ProfileId = "bert" });
    }

    [Fact]
    public async Task A_crash_at_any_write_is_made_good_by_the_queue()
    {
        for (var write = 2; ; write += 5)
        {
            var shop = await LiveAsync();
            var injector = new FaultInjector(FaultPlan.CrashAtWrite(write / 2, written: write % 2 == 1), shop.Clock);
            var crashing = new PromotionServices(new PromotionPorts(injector.Tables(shop.Store), injector.Queue(shop.Store), shop.Gate, shop.Clock, new SeededRandomSource(11), FaultlessMode));
            var died = false;
            try
            {
                await crashing.Erasures.EraseAsync(Id, default);
            }
            catch (CrashException)
            {
                died = true;
            }

            await shop.SettleAsync();
            if (shop.Store.Rows().Any(row => row.Partition == Partitions.Profile(Id) && row.Row.Key == "a"))
                await shop.Services.Erasures.EraseAsync(Id, default);
            await shop.SettleAsync();
            Assert.Equal([], Naming(shop));
            if (!died)
                return;
        }
    }

    [Theory]
    [InlineData("/v1/customer_data/anna%20s", "", "", true)]
    [InlineData("/v2/customer_sessions/1?runRuleEngine=true&profileId=anna%20s", "", "", true)]
    [InlineData("/v2/customer_sessions/1", "{\"profileId\": \"anna s\"}", "", true)]
    [InlineData("/v2/customer_sessions/1", "", "{\"profileId\":\"anna s\"}", true)]
    [InlineData("/v2/customer_profiles/anna%20s2", "{\"name\": \"hanna s\"}", "", false)]
    public void A_kept_call_names_a_customer_in_its_address_or_bodies(string uri, string request, string answer, bool names) =>
        Assert.Equal(names, EraseAccessLogs.Names(new AccessLogEntry(Guid.Empty, 200, "PUT", uri, Shop.Start, request, answer), "anna s"));

    [Fact]
    public void A_kept_call_names_a_customer_beyond_the_part_of_its_bodies_that_is_kept()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"items":["{{new string('x', 20_000)}}"],"profileId":"anna\u0020s"}""");
        var call = new AccessLogEntry(Guid.Empty, 200, "PUT", "/v2/customer_sessions/1", Shop.Start, "{\"items\":[\"xx", "") { Texts = TextFilter.Of(body, default) };

        Assert.True(EraseAccessLogs.Names(call, "anna s"));
        Assert.False(EraseAccessLogs.Names(call, "anna"));
        Assert.False(EraseAccessLogs.Names(call with { Texts = null }, "anna s"));
        Assert.True(EraseAccessLogs.Names(call with { Texts = TextFilter.Of("not JSON"u8.ToArray()) }, "anybody"));
        Assert.InRange(Enumerable.Range(0, 1_000).Count(i => EraseAccessLogs.Names(call, $"customer {i}")), 0, 5);
    }

    [Fact]
    public void What_equals_the_id_by_chance_stays()
    {
        var body = Encoding.UTF8.GetBytes("""{"session":{"integrationId":"1","profileId":"1","couponCodes":["1"]},"claims":[{"key":{"entities":"Profile=1\nStore=1"}},{"key":{"entities":"Profile=12"}}],"total":1.50}""");
        Assert.Equal(
            """{"session":{"integrationId":"1","profileId":"","couponCodes":["1"]},"claims":[{"key":{"entities":"Profile=\nStore=1"}},{"key":{"entities":"Profile=12"}}],"total":1.50}""",
            Encoding.UTF8.GetString(new Eraser("1").Erase(body, personal: true)));
    }

    private const FinaliseMode FaultlessMode = FinaliseMode.Inline;

    /// <summary>A customer with all that a customer can have.</summary>
    private static async Task<Shop> LiveAsync()
    {
        var shop = await new Shop()
            .With(ConfigurationChange.Put(EntityKinds.Audience, new Audience { Id = 1, Created = Shop.Start, Name = "all" }))
            .With(ConfigurationChange.Put(EntityKinds.LoyaltyProgram, LoyaltyWorld.Program with { Tiers = [], DefaultValidity = "30D" }))
            .With(ConfigurationChange.Put(EntityKinds.LoyaltyProgram, LoyaltyWorld.Program with { Id = 2, Name = "cards", CardBased = true, Tiers = [] }))
            .WithCampaign(Rules, change: campaign => campaign with { Limits = [new LimitConfig { Id = 1, Action = "redeemCoupon", Limit = 5, Entities = ["Profile"] }] })
            .WithCampaign(id: 2)
            .OpenAsync();
        await shop.CouponAsync("WELCOME", usageLimit: 0);
        await shop.CouponAsync("PERSONAL", usageLimit: 1, request => request with { RecipientIntegrationId = Id, Attributes = null });
        var application = (await shop.Services.Configurations.GetAsync()).For(1).Application;
        var referral = new NewReferrals { CampaignId = 1, Advocates = [Id], UsageLimit = 0, ReferralPattern = "ANNA1" };
        await shop.Services.Referrals.CreateAsync(application, null, referral, shop.Time.GetUtcNow(), default);
        await shop.Services.Referrals.CreateAsync(application, null, referral with { Advocates = ["bert"], ReferralPattern = "BERT1" }, shop.Time.GetUtcNow(), default);
        await shop.UpdateAsync(new ProfileUpdate { IntegrationId = Id, Attributes = Sample.Json($$"""{"Name": "{{Name}}", "Email": "anna@sommer.example"}""") });
        var cards = (await shop.Services.Configurations.GetAsync()).LoyaltyPrograms.Single(program => program.CardBased);
        await shop.Services.LoyaltyCards.CreateAsync(cards, "CARD1", true, [Id, "bert"], shop.Time.GetUtcNow(), default);
        await shop.Services.Reservations.ReserveAsync(application, "WELCOME", [Id, "bert"], shop.Time.GetUtcNow(), default);
        await shop.Services.ProfileBatches.UpdateAsync(
            shop.Context(new IdempotencyKey("batch", "PUT /v2/customer_profiles", "hash")), [new ProfileUpdate { IntegrationId = Id, AudienceAdds = [1] }], profiles => Encoding.UTF8.GetBytes($"[\"{profiles[0].IntegrationId}\"]"), default);
        await shop.UpdateAsync(Shop.Cart("open") with { ProfileId = Id, Attributes = Sample.Json($$"""{"Email": "anna@sommer.example", "ShippingName": "{{Name}}"}"""), Identifiers = ["203.0.113.7"] }, key: new IdempotencyKey("k", $"PUT /v2/customer_sessions/{Id}", "hash"));
        await shop.UpdateAsync(Shop.Cart("closed", "WELCOME") with { ProfileId = Id, ReferralCode = "BERT1", State = SessionState.Closed });
        await shop.UpdateAsync(Shop.Cart("friend") with { ProfileId = "carl", ReferralCode = "ANNA1", State = SessionState.Closed });
        await shop.Services.AccessLogs.RecordAsync(1, new AccessLogEntry(Guid.Empty, 200, "PUT", "/v2/customer_sessions/open", shop.Time.GetUtcNow(), $"{{\"profileId\": \"{Id}\"}}", ""));
        await shop.Services.AccessLogs.RecordAsync(1, new AccessLogEntry(Guid.Empty, 200, "PUT", "/v2/customer_sessions/other", shop.Time.GetUtcNow(), "", ""));
        await shop.SettleAsync();
        return shop;
    }

    /// <summary>The rows that say the customer's id, name, address or device, compressed ones too.</summary>
    private static List<string> Naming(Shop shop) =>
    [
        .. from row in shop.Store.Rows()
           let body = row.Row.Body.Span[0] == 1 ? RowCodec.Decompress(row.Row.Body.Span[1..]) : row.Row.Body.ToArray()
           let text = Encoding.UTF8.GetString(body)
           where new[] { Id, Name, "sommer.example", "203.0.113.7" }.Any(word => text.Contains(word, StringComparison.Ordinal)) || row.Row.Key.Contains(Id, StringComparison.Ordinal) || row.Partition.Contains(Id, StringComparison.Ordinal)
           select $"{row.Partition} {row.Row.Key}: {text}",
    ];

    /// <summary>What the ledger has left, and the sum of its entries.</summary>
    private static async Task<(decimal Balance, decimal Entries)> BalanceAsync(Shop shop)
    {
        var reader = new LoyaltyReader(shop.Store);
        var ledger = (await reader.ReadAsync(1, LedgerOwner.OfProfile(Id), default)).Ledger("");
        var entries = await reader.LogAsync(1, LedgerOwner.OfProfile(Id));
        return (ledger.Lots.Sum(lot => lot.Points) - ledger.Owed, entries.Sum(entry => entry.Points));
    }
}
