using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

/// <summary>Budgets of effects that nothing undoes: reopening leaves them spent, cancelling gives them back.</summary>
public sealed class LastingClaimTests
{
    private const string FreeItem = """[{"title": "A mug", "condition": ["and", [">", [".", "Session", "Total"], 0]], "effects": [["addFreeItem", "mug-1", "A mug"], ["setDiscount", "1 off", 1]]}]""";

    private const string Creates = """[{"title": "Refer", "condition": ["and", [">", [".", "Session", "Total"], 0]], "effects": [["createReferral", "campaign 1"], ["createCoupon", "campaign 1"]]}]""";

    [Fact]
    public async Task Reopening_leaves_the_budget_spent_and_closing_again_spends_no_more()
    {
        var shop = await ShopAsync(FinaliseMode.Inline);
        await CloseAsync(shop, "s");
        Assert.Equal((1, 1), await SpentAsync(shop));
        await shop.ReopenAsync("s");
        Assert.Equal((1, 0), await SpentAsync(shop));
        Assert.Equal(2, (await CloseAsync(shop, "s")).Effects.Count);
        Assert.Equal((1, 1), await SpentAsync(shop));
        Assert.Empty((await CloseAsync(shop, "t")).Effects);
    }

    [Theory]
    [InlineData(FinaliseMode.Inline, 0)]
    [InlineData(FinaliseMode.Inline, 1)]
    [InlineData(FinaliseMode.Inline, 2)]
    [InlineData(FinaliseMode.Queue, 2)]
    public async Task Cancelling_gives_the_budget_back_however_often_the_session_was_reopened(FinaliseMode mode, int reopened)
    {
        var shop = await ShopAsync(mode);
        await CloseAsync(shop, "s");
        for (var i = 0; i < reopened; i++)
        {
            await shop.ReopenAsync("s");
            await CloseAsync(shop, "s");
        }

        await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        await shop.SettleAsync();
        Assert.Equal((0, 0), await SpentAsync(shop));
    }

    [Fact]
    public async Task Cancelling_a_reopened_session_gives_the_budget_back()
    {
        var shop = await ShopAsync(FinaliseMode.Inline);
        await CloseAsync(shop, "s");
        await shop.ReopenAsync("s");
        await shop.UpdateAsync(Shop.State("s", SessionState.Open));
        await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        Assert.Equal((0, 0), await SpentAsync(shop));
    }

    [Theory]
    [InlineData(FinaliseMode.Inline)]
    [InlineData(FinaliseMode.Queue)]
    public async Task Cancelling_gives_back_the_budget_of_referrals_created_but_not_that_of_coupons_created(FinaliseMode mode)
    {
        var shop = await CreatingShopAsync(mode);
        await shop.UpdateAsync(Shop.Cart("s") with { ProfileId = "ben" });
        Assert.Equal((1, 1), await SpentAsync(shop));
        await CloseAsync(shop, "s");
        await shop.ReopenAsync("s");
        await CloseAsync(shop, "s");
        Assert.Equal((1, 1), await SpentAsync(shop));
        await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        await shop.SettleAsync();
        Assert.Equal((0, 1), await SpentAsync(shop));
    }

    [Fact]
    public async Task Cancelling_an_open_session_gives_back_the_budget_of_referrals_created()
    {
        var shop = await CreatingShopAsync(FinaliseMode.Inline);
        await shop.UpdateAsync(Shop.Cart("s") with { ProfileId = "ben" });
        await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        Assert.Equal((0, 1), await SpentAsync(shop));
    }

    private static async Task<Shop> CreatingShopAsync(FinaliseMode mode) => await new Shop(mode).WithCampaign(Creates, change: campaign => campaign with
    {
        Limits =
        [
            new LimitConfig { Id = 1, Action = LimitActions.CreateReferral, Limit = 1, Entities = [] },
            new LimitConfig { Id = 2, Action = LimitActions.CreateCoupon, Limit = 1, Entities = [] },
        ],
    }).OpenAsync();

    private static async Task<Shop> ShopAsync(FinaliseMode mode) => await new Shop(mode).WithCampaign(FreeItem, change: campaign => campaign with
    {
        Limits =
        [
            new LimitConfig { Id = 1, Action = LimitActions.AddFreeItemEffect, Limit = 1, Entities = [] },
            new LimitConfig { Id = 2, Action = LimitActions.SetDiscountEffect, Limit = 1, Entities = [] },
        ],
    }).OpenAsync();

    private static Task<IntegrationState> CloseAsync(Shop shop, string id) => shop.UpdateAsync(Shop.Cart(id) with { State = SessionState.Closed });

    private static async Task<(decimal First, decimal Second)> SpentAsync(Shop shop)
    {
        return (await UsedAsync("1"), await UsedAsync("2"));

        async Task<decimal> UsedAsync(string limit) =>
            (await LimitLedger.ReadAsync(shop.Store, LimitPlace.OfBudget(new LimitKey(LimitOwner.Campaign, 1, limit)), default)).Used;
    }
}
