using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

public sealed class BudgetTests
{
    private const string TenOff = """[{"title": "10 off", "condition": ["and", [">", [".", "Session", "Total"], 0]], "effects": [["setDiscount", "10 off", 10]]}]""";

    [Fact]
    public async Task A_budget_in_money_is_spent_by_closing_alone()
    {
        var shop = await ShopAsync(Limit("setDiscount", 25));
        for (var i = 0; i < 5; i++)
            Assert.Equal(10, Discount(await shop.UpdateAsync(Shop.Cart($"open{i}"))));
        Assert.Equal(10, Discount(await CloseAsync(shop, "a")));
        Assert.Equal(10, Discount(await CloseAsync(shop, "b")));
        Assert.Equal(0, Discount(await CloseAsync(shop, "c")));
        await shop.UpdateAsync(Shop.State("a", SessionState.Cancelled));
        Assert.Equal(10, Discount(await CloseAsync(shop, "d")));
    }

    [Fact]
    public async Task With_partial_rewards_what_is_left_is_granted()
    {
        var shop = new Shop().With(Sample.Put(Sample.Application() with { EnablePartialDiscounts = true })).WithCampaign(TenOff, change: campaign => campaign with { Limits = [Limit("setDiscount", 25)] });
        await shop.OpenAsync();
        Assert.Equal(20, Discount(await CloseAsync(shop, "a")) + Discount(await CloseAsync(shop, "b")));
        var cut = Assert.IsType<SetDiscountProps>(Assert.Single((await CloseAsync(shop, "c")).Effects).Props);
        Assert.Equal((5, 10m), (cut.Value, cut.DesiredValue));
        Assert.Equal(0, Discount(await CloseAsync(shop, "d")));
    }

    [Fact]
    public async Task A_budget_per_profile_counts_each_customer_for_himself()
    {
        var shop = await ShopAsync(Limit("setDiscountEffect", 1, "Profile"));
        Assert.Equal(10, Discount(await CloseAsync(shop, "a", "p1")));
        Assert.Equal(0, Discount(await CloseAsync(shop, "b", "p1")));
        Assert.Equal(10, Discount(await CloseAsync(shop, "c", "p2")));
    }

    [Fact]
    public async Task A_daily_budget_starts_anew_at_midnight_of_the_application()
    {
        var shop = await ShopAsync(Limit("setDiscountEffect", 1) with { Period = "daily" });
        shop.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 1, 22, 30, 0, TimeSpan.Zero));
        Assert.Equal(10, Discount(await CloseAsync(shop, "a")));
        Assert.Equal(0, Discount(await CloseAsync(shop, "b")));
        shop.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.Zero));
        Assert.Equal(10, Discount(await CloseAsync(shop, "c")));
        await shop.UpdateAsync(Shop.State("a", SessionState.Cancelled));
        Assert.Equal(0, Discount(await CloseAsync(shop, "d")));
    }

    [Fact]
    public async Task A_gift_card_pays_down_to_nothing_and_gets_back_what_is_cancelled()
    {
        var shop = await new Shop().With(Sample.Put(Sample.Application() with { EnablePartialDiscounts = true })).WithCampaign().OpenAsync();
        await shop.CouponAsync("gift", usageLimit: 0, request => request with { DiscountLimit = 40 });
        Assert.Equal(24.6m, Discount(await CloseAsync(shop, "a", codes: "gift")));
        Assert.Equal(15.4m, Discount(await CloseAsync(shop, "b", codes: "gift")));
        Assert.Equal((2, 40m, 0m), Counters(await shop.ReadCouponAsync("gift")));
        Assert.Equal(0, Discount(await CloseAsync(shop, "c", codes: "gift")));
        await shop.UpdateAsync(Shop.State("a", SessionState.Cancelled));
        Assert.Equal(24.6m, (await shop.ReadCouponAsync("gift")).DiscountRemainder);
    }

    [Fact]
    public async Task What_one_attempt_is_refused_leaves_no_trace_in_what_it_was_granted()
    {
        var shop = await ShopAsync(Limit("setDiscount", 25), Limit("setDiscountEffect", 1, "Profile"));
        await CloseAsync(shop, "a", "p1");
        Assert.Equal(0, Discount(await CloseAsync(shop, "b", "p1")));
        await shop.SettleAsync();
        Assert.Equal(10, Discount(await CloseAsync(shop, "c", "p2")));
        Assert.Equal(0, Discount(await CloseAsync(shop, "d", "p3")));
    }

    private static async Task<Shop> ShopAsync(params LimitConfig[] limits) =>
        await new Shop().WithCampaign(TenOff, change: campaign => campaign with { Limits = [.. limits.Select((limit, i) => limit with { Id = i + 1 })] }).OpenAsync();

    private static LimitConfig Limit(string action, decimal limit, params string[] entities) => new() { Id = 1, Action = action, Limit = limit, Entities = entities };

    private static Task<IntegrationState> CloseAsync(Shop shop, string id, string profile = "", params string[] codes) =>
        shop.UpdateAsync(Shop.Cart(id, codes) with { State = SessionState.Closed, ProfileId = profile });

    private static decimal Discount(IntegrationState state) => state.Effects.Sum(effect => effect.Props is SetDiscountProps discount ? discount.Value : 0);

    private static (long Uses, decimal? Granted, decimal? Left) Counters(Coupon coupon) => (coupon.UsageCounter, coupon.DiscountCounter, coupon.DiscountRemainder);
}
