using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class LoyaltySweepTests
{
    private const string EarnForAMonth = """
        [{"title": "Earn", "condition": ["and", [">", [".", "Session", "Total"], 0]],
          "effects": [["addLoyaltyPoints", "stars", "", [".", "Session", "Total"], "Points for money", {"pending": "7D", "validity": "30D"}]]}]
        """;

    [Fact]
    public async Task Points_expire_though_nobody_looks()
    {
        var shop = await LoyaltyShop.OpenAsync(EarnForAMonth);
        await shop.UpdateAsync(LoyaltyShop.Cart("s"));

        shop.Shop.Clock.Advance(TimeSpan.FromDays(38));
        await shop.Shop.Services.LoyaltySweep.RunAsync(TestContext.Current.CancellationToken);

        var row = (await AccountAsync(shop)).Ledger("");
        Assert.Empty(row.Lots);
        Assert.Equal(100, row.Expired);
        var expired = Assert.Single(await LogAsync(shop), entry => entry.Kind == LedgerEntryKind.Expiry);
        Assert.Equal((-100, Shop.Start.AddDays(37), "Points for money"), (expired.Points, expired.At, expired.Lot!.Name));
    }

    [Fact]
    public async Task Points_that_become_active_raise_the_tier_and_let_the_customer_join()
    {
        var shop = await LoyaltyShop.OpenAsync(EarnForAMonth, program => program with { Tiers = LoyaltyWorld.Program.Tiers, ProgramJoinPolicy = ProgramJoinPolicy.PointsActivated });
        await shop.UpdateAsync(LoyaltyShop.Cart("s"));
        Assert.Null((await AccountAsync(shop)).Stored!.Joined);

        shop.Shop.Clock.Advance(TimeSpan.FromDays(7));
        await shop.Shop.Services.LoyaltySweep.RunAsync(TestContext.Current.CancellationToken);

        var account = await AccountAsync(shop);
        Assert.Equal(Shop.Start.AddDays(7), account.Stored!.Joined);
        Assert.Equal(2, account.Ledger("").Tier!.TierId);
    }

    [Fact]
    public async Task Who_looks_before_time_was_noted_sees_the_same_as_who_looks_after()
    {
        var shop = await LoyaltyShop.OpenAsync(
            EarnForAMonth,
            program => program with { Tiers = LoyaltyWorld.Program.Tiers, ProgramJoinPolicy = ProgramJoinPolicy.PointsActivated, TiersExpirationPolicy = TiersExpirationPolicy.ProgramJoinDate, TiersExpireIn = "40D" });
        await shop.UpdateAsync(LoyaltyShop.Cart("s"));
        shop.Shop.Clock.Advance(TimeSpan.FromDays(10));

        var before = await LedgersAsync(shop);
        await shop.Shop.Services.LoyaltySweep.RunAsync(TestContext.Current.CancellationToken);
        var after = await LedgersAsync(shop);

        Assert.Equal((Shop.Start.AddDays(7), "silver", Shop.Start.AddDays(7), Shop.Start.AddDays(47)), before);
        Assert.Equal(before, after);
    }

    [Theory]
    [InlineData(TiersDowngradePolicy.OneDown, 2)]
    [InlineData(TiersDowngradePolicy.BalanceBased, 1)]
    public async Task A_tier_ends_where_the_policy_leads(TiersDowngradePolicy policy, long tier)
    {
        var shop = await LoyaltyShop.OpenAsync(
            EarnForAMonth.Replace("7D", "immediate", StringComparison.Ordinal),
            program => program with { Tiers = LoyaltyWorld.Program.Tiers, TiersExpirationPolicy = TiersExpirationPolicy.TierStartDate, TiersExpireIn = "40D", TiersDowngradePolicy = policy });
        await shop.UpdateAsync(LoyaltyShop.Cart("s", price: 600));
        Assert.Equal(3, (await AccountAsync(shop)).Ledger("").Tier!.TierId);

        shop.Shop.Clock.Advance(TimeSpan.FromDays(31));
        await shop.Shop.Services.LoyaltySweep.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, (await AccountAsync(shop)).Ledger("").Tier!.TierId);
        shop.Shop.Clock.Advance(TimeSpan.FromDays(10));
        await shop.Shop.Services.LoyaltySweep.RunAsync(TestContext.Current.CancellationToken);

        var held = (await AccountAsync(shop)).Ledger("").Tier!;
        Assert.Equal((tier, Shop.Start.AddDays(40)), (held.TierId, held.Since));
    }

    [Fact]
    public async Task Points_that_were_activated_expire_though_nobody_looks()
    {
        var shop = await LoyaltyShop.OpenAsync(EarnForAMonth.Replace("7D", "on_action", StringComparison.Ordinal));
        await shop.UpdateAsync(LoyaltyShop.Cart("s"));
        shop.Shop.Clock.Advance(TimeSpan.FromDays(100));
        var program = await shop.Shop.Services.Loyalty.ProgramAsync(1, TestContext.Current.CancellationToken);
        await shop.Shop.Services.Loyalty.ActivateAsync(program, 1, "s", shop.Shop.Time.GetUtcNow(), TestContext.Current.CancellationToken);

        shop.Shop.Clock.Advance(TimeSpan.FromDays(31));
        await shop.Shop.Services.LoyaltySweep.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(100, (await AccountAsync(shop)).Ledger("").Expired);
    }

    [Fact]
    public async Task Several_sweeps_at_once_note_everything_once_and_leave_nothing_to_do()
    {
        var shop = await LoyaltyShop.OpenAsync(EarnForAMonth);
        for (var i = 0; i < 30; i++)
            await shop.UpdateAsync(LoyaltyShop.Cart($"s{i}", profile: $"p{i}"));
        Assert.Equal(0, await shop.Shop.Services.LoyaltySweep.RunAsync(TestContext.Current.CancellationToken));

        shop.Shop.Clock.Advance(TimeSpan.FromDays(60));
        await Task.WhenAll(new[] { "a", "b", "c" }.Select(instance => shop.Shop.Instance(instance).LoyaltySweep.RunAsync(TestContext.Current.CancellationToken)));

        for (var i = 0; i < 30; i++)
            Assert.Equal(0, (await shop.BalanceAsync($"p{i}")).Sum);
        Assert.Single(await LogAsync(shop, "p7"), entry => entry.Kind == LedgerEntryKind.Expiry);
        Assert.Equal(0, await shop.Shop.Services.LoyaltySweep.RunAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sweep_that_dies_is_made_up_for_by_the_next(bool written)
    {
        for (var crash = 1; ; crash++)
        {
            var shop = await LoyaltyShop.OpenAsync(EarnForAMonth);
            await shop.UpdateAsync(LoyaltyShop.Cart("s"));
            shop.Shop.Clock.Advance(TimeSpan.FromDays(60));
            var faults = new FaultInjector(FaultPlan.CrashAtWrite(crash, written), shop.Shop.Time);
            shop.Shop.Tables = faults.Tables(shop.Shop.Store);
            var survived = true;
            try
            {
                await shop.Shop.Instance("dying").LoyaltySweep.RunAsync(TestContext.Current.CancellationToken);
            }
            catch (CrashException)
            {
                survived = false;
            }

            await shop.Shop.Services.LoyaltySweep.RunAsync(TestContext.Current.CancellationToken);
            Assert.Single(await LogAsync(shop), entry => entry.Kind == LedgerEntryKind.Expiry);
            Assert.Equal(0, (await shop.BalanceAsync()).Sum);
            if (survived)
                return;
        }
    }

    private static async Task<(DateTimeOffset? Joined, string? Tier, DateTimeOffset? Since, DateTimeOffset? Until)> LedgersAsync(LoyaltyShop shop)
    {
        var loyalty = await shop.Shop.Services.Loyalty.InventoryAsync(1, "p", shop.Shop.Time.GetUtcNow(), TestContext.Current.CancellationToken);
        var ledgers = loyalty.Programs["1"];
        return (ledgers.JoinDate, ledgers.Ledger.CurrentTier?.Name, ledgers.Ledger.CurrentTier?.StartDate, ledgers.Ledger.CurrentTier?.ExpiryDate);
    }

    private static Task<LoyaltyAccount> AccountAsync(LoyaltyShop shop, string profile = "p") => new LoyaltyReader(shop.Shop.Store).ReadAsync(1, LedgerOwner.OfProfile(profile), default);

    private static Task<IReadOnlyList<LedgerEntry>> LogAsync(LoyaltyShop shop, string profile = "p") => new LoyaltyReader(shop.Shop.Store).LogAsync(1, LedgerOwner.OfProfile(profile));
}
