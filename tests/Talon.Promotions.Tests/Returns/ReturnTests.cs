using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

public sealed class ReturnTests
{
    private const string FiveOffEach = """[{"title": "5 off", "condition": ["and", [">", [".", "Session", "Total"], 0]], "effects": [["setDiscountPerItem", "5 off", 5, [".", "Session", "CartItems"]]]}]""";
    private const string TenthOff = """[{"title": "10 %", "condition": ["and", [">", [".", "Session", "Total"], 0]], "effects": [["setDiscount", "10 %", ["*", [".", "Session", "Total"], 0.1]]]}]""";

    [Fact]
    public async Task Returning_a_unit_rolls_back_its_own_discount()
    {
        var shop = await ClosedAsync(FiveOffEach, Shop.Item("shoes", 60), Shop.Item("socks", 20, 2));
        var state = await shop.ReturnAsync(new ReturnedCartItem(1, null, 1));
        var rollback = Assert.IsType<RollbackDiscountProps>(Assert.Single(state.Effects).Props);
        Assert.Equal((5m, 1, 0), (rollback.Value, rollback.CartItemPosition, rollback.CartItemSubPosition));
        Assert.Equal(SessionState.PartiallyReturned, state.CustomerSession!.State);
        Assert.Equal((1, 1), (state.CustomerSession.CartItems[1].ReturnedQuantity, state.CustomerSession.CartItems[1].RemainingQuantity));

        var next = await shop.ReturnAsync(new ReturnedCartItem(null, "socks", null));
        Assert.Equal(1, Assert.IsType<RollbackDiscountProps>(Assert.Single(next.Effects).Props).CartItemSubPosition);
        Assert.Equal([1], next.PreviousReturns!.Select(earlier => Assert.Single(earlier.ReturnedCartItems).Quantity!.Value));
        var (_, net) = await shop.Services.Sessions.GetAsync(shop.Context(), "s", default);
        Assert.Equal(0, Assert.IsType<SetDiscountPerItemProps>(Assert.Single(net).Props).Position);
    }

    [Fact]
    public async Task A_session_discount_comes_back_by_share_and_the_last_unit_takes_the_rest()
    {
        var shop = await ClosedAsync(TenthOff, Shop.Item("a", 33.35m), Shop.Item("b", 33.33m), Shop.Item("c", 33.33m));
        decimal sum = 0;
        for (var position = 0; position < 3; position++)
        {
            var state = await shop.ReturnAsync(new ReturnedCartItem(position, null, null));
            sum += Assert.IsType<RollbackDiscountProps>(Assert.Single(state.Effects).Props).Value;
            var (_, net) = await shop.Services.Sessions.GetAsync(shop.Context(), "s", default);
            Assert.Equal(10 - sum, net.Sum(effect => ((SetDiscountProps)effect.Props).Value));
        }

        Assert.Equal(10m, sum);
    }

    [Fact]
    public async Task What_comes_back_is_written_as_one_writes_it()
    {
        var shop = await ClosedAsync(TenthOff, Shop.Item("a", 45.00m), Shop.Item("b", 200.00m));
        var part = Assert.IsType<RollbackDiscountProps>(Assert.Single((await shop.ReturnAsync(new ReturnedCartItem(0, null, null))).Effects).Props);
        var rest = Assert.IsType<RollbackDiscountProps>(Assert.Single((await shop.ReturnAsync(new ReturnedCartItem(1, null, null))).Effects).Props);
        Assert.Equal("4.5 and 20", FormattableString.Invariant($"{part.Value} and {rest.Value}"));
    }

    [Fact]
    public async Task Budgets_and_totals_follow_the_returned_units_and_cancelling_takes_the_rest()
    {
        var shop = await ClosedAsync(TenthOff, Shop.Item("a", 75), Shop.Item("b", 25));
        await shop.ReturnAsync(new ReturnedCartItem(0, "a", 1));
        Assert.Equal((1L, 25m, 2.5m), await TotalsAsync(shop));
        var cancelled = await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        Assert.Equal(2.5m, Assert.IsType<RollbackDiscountProps>(Assert.Single(cancelled.Effects).Props).Value);
        Assert.Equal((0L, 0m, 0m), await TotalsAsync(shop));
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_returned_and_every_problem_is_named()
    {
        var shop = await ClosedAsync(TenthOff, Shop.Item("a", 75), Shop.Item("b", 25, 2));
        var refusal = await Assert.ThrowsAsync<InvalidRequestException>(() => shop.ReturnAsync(
            new ReturnedCartItem(7, null, 1), new ReturnedCartItem(null, "z", 1), new ReturnedCartItem(0, null, 2), new ReturnedCartItem(0, null, 0), new ReturnedCartItem(null, null, 1), new ReturnedCartItem(1, "a", 1)));
        Assert.Equal(
            ["/return/returnedCartItems/0/position", "/return/returnedCartItems/1/sku", "/return/returnedCartItems/2/quantity", "/return/returnedCartItems/3/quantity", "/return/returnedCartItems/4", "/return/returnedCartItems/5/sku"],
            refusal.Problems.Select(problem => problem.Pointer));
        await Assert.ThrowsAsync<NotFoundException>(() => shop.ReturnAsync("nobody", new ReturnedCartItem(0, null, 1)));
        await shop.UpdateAsync(Shop.Cart("open"));
        await Assert.ThrowsAsync<InvalidRequestException>(() => shop.ReturnAsync("open", new ReturnedCartItem(0, null, 1)));
    }

    [Fact]
    public async Task A_dry_return_tells_and_changes_nothing()
    {
        var shop = await ClosedAsync(TenthOff, Shop.Item("a", 75), Shop.Item("b", 25));
        var before = Rows();
        var dry = await shop.ReturnAsync(new ReturnRequest { IntegrationId = "s", Dry = true, Items = [new ReturnedCartItem(0, null, 1)] });
        Assert.Equal(7.5m, Assert.IsType<RollbackDiscountProps>(Assert.Single(dry.Effects).Props).Value);
        Assert.Equal(before, Rows());

        List<string> Rows() => [.. shop.Store.Rows().Where(row => row.Partition != "ids").Select(row => row.Row.ETag)];
    }

    [Fact]
    public async Task What_is_left_is_evaluated_for_campaigns_that_ask_for_it()
    {
        var shop = new Shop().WithCampaign(TenthOff, change: campaign => campaign with { ReevaluateOnReturn = true });
        await shop.OpenAsync();
        await shop.UpdateAsync(new SessionUpdate { IntegrationId = "s", CartItems = [Shop.Item("a", 75), Shop.Item("b", 25)], State = SessionState.Closed });
        var state = await shop.ReturnAsync(new ReturnRequest { IntegrationId = "s", RunRuleEngine = true, Items = [new ReturnedCartItem(0, null, 1)] });
        Assert.Equal(["rollbackDiscount", "setDiscount"], state.Effects.Select(effect => effect.Props.EffectType));
    }

    private static async Task<Shop> ClosedAsync(string rules, params CartItem[] items)
    {
        var shop = await new Shop().WithCampaign(rules, change: campaign => campaign with { Limits = [new LimitConfig { Id = 1, Action = "setDiscount", Limit = 1000, Entities = [] }] }).OpenAsync();
        await shop.UpdateAsync(new SessionUpdate { IntegrationId = "s", CartItems = items, State = SessionState.Closed, ProfileId = "p" });
        return shop;
    }

    private static async Task<(long Closed, decimal Sales, decimal Spent)> TotalsAsync(Shop shop)
    {
        var profile = (await shop.UpdateAsync(new ProfileUpdate { IntegrationId = "p", RunRuleEngine = true, Include = ResponseContent.CustomerProfile })).CustomerProfile!;
        var counter = shop.Store.Rows().Single(row => row.Row.Key == "counter");
        return (profile.ClosedSessions, profile.TotalSales, RowCodec.Decode(counter.Row.Body, RowJson.Default.CounterRow).Used);
    }
}
