using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class LoyaltySessionTests
{
    [Theory]
    [InlineData(FinaliseMode.Inline)]
    [InlineData(FinaliseMode.Queue)]
    public async Task Points_are_booked_when_the_session_closes_and_not_before(FinaliseMode mode)
    {
        var shop = await LoyaltyShop.OpenAsync(mode: mode);
        var open = LoyaltyShop.Props<AddLoyaltyPointsProps>(await shop.UpdateAsync(LoyaltyShop.Cart("s", SessionState.Open)));
        Assert.Equal(("Points for money", 100m, "p"), (open[0].Name, open[0].Value, open[0].RecipientIntegrationId));
        Assert.Equal(default, await shop.BalanceAsync());
        var closed = LoyaltyShop.Props<AddLoyaltyPointsProps>(await shop.UpdateAsync(LoyaltyShop.Cart("s")));
        Assert.Equal(open[0].TransactionUUID, closed[0].TransactionUUID);
        await shop.Shop.SettleAsync();
        Assert.Equal(new LedgerBalance(100, 0, 0, 0, 0), await shop.BalanceAsync());
        Assert.DoesNotContain(shop.Shop.Store.Rows(), row => row.Row.Key.StartsWith("a.held.", StringComparison.Ordinal) || row.Row.Key.StartsWith("a.outbox.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Points_are_spent_when_the_session_closes()
    {
        var shop = await LoyaltyShop.OpenAsync();
        await shop.UpdateAsync(LoyaltyShop.Cart("earn", price: 150));
        var open = await shop.UpdateAsync(LoyaltyShop.Cart("s", SessionState.Open, price: 10, pay: true));
        Assert.Equal(10, Assert.Single(LoyaltyShop.Props<SetDiscountProps>(open)).Value);
        Assert.Equal(150, (await shop.BalanceAsync()).Active);
        var closed = await shop.UpdateAsync(LoyaltyShop.Cart("s", price: 10, pay: true));
        Assert.Equal(100, Assert.Single(LoyaltyShop.Props<DeductLoyaltyPointsProps>(closed)).Value);
        Assert.Equal(new LedgerBalance(60, 0, 0, 100, 0), await shop.BalanceAsync());
    }

    [Fact]
    public async Task Points_beyond_all_measure_are_not_granted()
    {
        var shop = await LoyaltyShop.OpenAsync("""[{"title": "Earn", "condition": ["and", true], "effects": [["addLoyaltyPoints", "stars", "", 7e28, "Points"]]}]""");
        for (var i = 0; i < 2; i++)
            Assert.Single(LoyaltyShop.Props<ErrorProps>(await shop.UpdateAsync(LoyaltyShop.Cart($"s{i}"))));
        Assert.Equal(default, await shop.BalanceAsync());
    }

    [Fact]
    public async Task Points_go_to_more_subledgers_than_one_transaction_holds()
    {
        var effects = string.Join(", ", Enumerable.Range(0, 250).Select(i => $"[\"addLoyaltyPoints\", \"stars\", \"sub{i}\", 2, \"Points\"]"));
        var shop = await LoyaltyShop.OpenAsync($$"""[{"title": "Earn", "condition": ["and", true], "effects": [{{effects}}]}]""");
        await shop.UpdateAsync(LoyaltyShop.Cart("s"));
        var account = await new LoyaltyReader(shop.Shop.Store).ReadAsync(1, LedgerOwner.OfProfile("p"), default);
        Assert.Equal(500, account.Ledgers.Values.Sum(ledger => ledger.Lots.Sum(lot => lot.Points)));
        Assert.Equal(250, LoyaltyShop.Props<RollbackAddedLoyaltyPointsProps>(await shop.CancelAsync("s")).Count);
    }

    [Fact]
    public async Task Twenty_closings_that_spend_the_same_points_spend_them_once()
    {
        var shop = await LoyaltyShop.OpenAsync(realTime: true);
        await shop.UpdateAsync(LoyaltyShop.Cart("earn"));
        for (var i = 0; i < 20; i++)
            await shop.UpdateAsync(LoyaltyShop.Cart($"s{i}", SessionState.Open, price: 1, pay: true), $"instance {i % 3}");
        var states = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => CloseAsync(shop, i))));
        Assert.Single(states, state => LoyaltyShop.Props<DeductLoyaltyPointsProps>(state).Count > 0);
        Assert.Single(states, state => LoyaltyShop.Props<SetDiscountProps>(state).Count > 0);
        Assert.Equal(new LedgerBalance(20, 0, 0, 100, 0), await shop.BalanceAsync());
    }

    private static async Task<IntegrationState> CloseAsync(LoyaltyShop shop, int i)
    {
        while (true)
        {
            try
            {
                return await shop.UpdateAsync(LoyaltyShop.Cart($"s{i}", price: 1, pay: true), $"instance {i % 3}");
            }
            catch (ConflictException)
            {
                await Task.Yield();
            }
        }
    }

    [Theory]
    [InlineData(ReturnPolicy.OnlyPending, 100)]
    [InlineData(ReturnPolicy.WithinBalance, 0)]
    [InlineData(ReturnPolicy.Unlimited, 0)]
    public async Task Cancelling_takes_points_back_by_policy(ReturnPolicy policy, decimal left)
    {
        var shop = await LoyaltyShop.OpenAsync(change: program => program with { ReturnPolicy = policy });
        await shop.UpdateAsync(LoyaltyShop.Cart("s"));
        var undone = LoyaltyShop.Props<RollbackAddedLoyaltyPointsProps>(await shop.CancelAsync("s"));
        Assert.Equal(100 - left, undone.Sum(effect => effect.Value));
        Assert.Equal(left, (await shop.BalanceAsync()).Active);
    }

    [Theory]
    [InlineData(ReturnPolicy.OnlyPending, 0, 0, 0)]
    [InlineData(ReturnPolicy.WithinBalance, 0, 0, 0)]
    [InlineData(ReturnPolicy.Unlimited, 100, 0, 100)]
    public async Task Points_that_were_spent_meanwhile_are_owed_by_policy(ReturnPolicy policy, decimal taken, decimal active, decimal owed)
    {
        var shop = await LoyaltyShop.OpenAsync(change: program => program with { ReturnPolicy = policy });
        await shop.UpdateAsync(LoyaltyShop.Cart("s"));
        await shop.UpdateAsync(LoyaltyShop.Cart("spend", price: 0, pay: true));
        Assert.Equal(taken, LoyaltyShop.Props<RollbackAddedLoyaltyPointsProps>(await shop.CancelAsync("s")).Sum(effect => effect.Value));
        Assert.Equal((active, owed), ((await shop.BalanceAsync()).Active, (await shop.BalanceAsync()).Negative));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Undoing_gives_spent_points_back(bool reopen)
    {
        var shop = await LoyaltyShop.OpenAsync();
        await shop.UpdateAsync(LoyaltyShop.Cart("earn"));
        var before = await shop.BalanceAsync();
        await shop.UpdateAsync(LoyaltyShop.Cart("s", price: 50, pay: true));
        var undone = reopen ? await shop.Shop.ReopenAsync("s") : await shop.CancelAsync("s");
        Assert.Equal(100, Assert.Single(LoyaltyShop.Props<RollbackDeductedLoyaltyPointsProps>(undone)).Value);
        Assert.Equal(50, Assert.Single(LoyaltyShop.Props<RollbackAddedLoyaltyPointsProps>(undone)).Value);
        Assert.Equal(before, await shop.BalanceAsync());
    }

    /// <summary>Invariant 6.</summary>
    [Theory]
    [InlineData(ReturnPolicy.OnlyPending)]
    [InlineData(ReturnPolicy.WithinBalance)]
    [InlineData(ReturnPolicy.Unlimited)]
    public async Task Reopening_and_closing_is_closing(ReturnPolicy policy)
    {
        var shop = await LoyaltyShop.OpenAsync(change: program => program with { ReturnPolicy = policy });
        await shop.UpdateAsync(LoyaltyShop.Cart("s"));
        var closed = await shop.BalanceAsync();
        for (var i = 0; i < 3; i++)
        {
            await shop.Shop.ReopenAsync("s");
            await shop.UpdateAsync(Shop.State("s", SessionState.Open));
            Assert.Single(LoyaltyShop.Props<AddLoyaltyPointsProps>(await shop.UpdateAsync(Shop.State("s", SessionState.Closed))));
            Assert.Equal(closed, await shop.BalanceAsync());
        }
    }

    [Fact]
    public async Task Returned_units_take_their_share_of_the_points()
    {
        var shop = await LoyaltyShop.OpenAsync(LoyaltyShop.Earn, program => program with { ReturnPolicy = ReturnPolicy.Unlimited });
        await shop.UpdateAsync(LoyaltyShop.Cart("s") with { CartItems = [Shop.Item(price: 10, quantity: 3), Shop.Item("b", 20)] });
        Assert.Equal(50, (await shop.BalanceAsync()).Active);
        Assert.Equal(20, Assert.Single(LoyaltyShop.Props<RollbackAddedLoyaltyPointsProps>(await shop.Shop.ReturnAsync("s", new ReturnedCartItem(0, null, 2)))).Value);
        Assert.Equal(30, (await shop.BalanceAsync()).Active);
        await shop.Shop.ReturnAsync("s", new ReturnedCartItem(1, null, 1));
        await shop.Shop.ReturnAsync("s", new ReturnedCartItem(0, null, 1));
        Assert.Equal(default, await shop.BalanceAsync());
    }

    [Fact]
    public async Task Spent_points_stay_spent_on_a_return()
    {
        var shop = await LoyaltyShop.OpenAsync();
        await shop.UpdateAsync(LoyaltyShop.Cart("earn"));
        await shop.UpdateAsync(LoyaltyShop.Cart("s", price: 50, pay: true));
        var returned = await shop.Shop.ReturnAsync("s", new ReturnedCartItem(0, null, 1));
        Assert.Empty(LoyaltyShop.Props<RollbackDeductedLoyaltyPointsProps>(returned));
        Assert.Equal(new LedgerBalance(0, 0, 0, 100, 0), await shop.BalanceAsync());
    }

    [Fact]
    public async Task A_rule_that_spends_more_than_there_is_fails()
    {
        var shop = await LoyaltyShop.OpenAsync();
        var state = await shop.UpdateAsync(LoyaltyShop.Cart("s", price: 99, pay: true));
        Assert.Equal(["addLoyaltyPoints"], state.Effects.Select(effect => effect.Props.EffectType));
        Assert.Equal(99, (await shop.BalanceAsync()).Active);
    }

    [Fact]
    public async Task An_update_of_an_open_session_with_points_takes_three_trips_at_most()
    {
        var trips = new StorageTrips();
        var shop = await LoyaltyShop.OpenAsync();
        shop.Shop.Tables = trips.Tables(shop.Shop.Store);
        await shop.UpdateAsync(LoyaltyShop.Cart("earn"), "counted");
        RequestContext? context = null;
        var count = trips.Measure(async () => context = await shop.Shop.UpdateUntilAnswerAsync(LoyaltyShop.Cart("s", SessionState.Open, pay: true), "counted"));
        await context!.AfterAnswer.RunAsync();
        Assert.True(count.Trips <= 3, $"It took {count}.");
    }
}
