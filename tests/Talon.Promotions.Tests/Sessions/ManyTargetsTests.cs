using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

/// <summary>Updates that owe more than one transaction of the store holds.</summary>
public sealed class ManyTargetsTests
{
    private const int Many = 250;

    private const string AnyCoupon = """[{"title": "A euro for each code", "condition": ["couponValid"], "effects": [["setDiscount", "1 off", 1]]}]""";

    [Theory]
    [InlineData(FinaliseMode.Inline)]
    [InlineData(FinaliseMode.Queue)]
    public async Task Hundreds_of_coupons_are_redeemed_and_usable_again_after_cancelling(FinaliseMode mode)
    {
        var shop = await new Shop(mode).WithCampaign(AnyCoupon).OpenAsync();
        var codes = Enumerable.Range(0, Many).Select(i => $"code-{i}").ToArray();
        foreach (var code in codes)
            await shop.CouponAsync(code);
        await shop.UpdateAsync(Shop.Cart("s", codes) with { ProfileId = "p", State = SessionState.Closed });
        Assert.Equal(1, (await shop.ReadCouponAsync(codes[^1])).UsageCounter);

        var cancelled = await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        Assert.Equal(2 * Many, cancelled.Effects.Count);
        await shop.SettleAsync();
        foreach (var code in codes)
            Assert.Equal(0, (await shop.ReadCouponAsync(code)).UsageCounter);
        Assert.DoesNotContain(shop.Store.Rows(), row => row.Row.Key.StartsWith("a.outbox.", StringComparison.Ordinal) || row.Row.Key.StartsWith("a.held.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_settles_its_own_bundles_before_it_goes_on()
    {
        var shop = await new Shop(FinaliseMode.Queue).WithCampaign(AnyCoupon).OpenAsync();
        var codes = Enumerable.Range(0, Many).Select(i => $"code-{i}").ToArray();
        foreach (var code in codes)
            await shop.CouponAsync(code);
        await shop.UpdateAsync(Shop.Cart("s", codes) with { State = SessionState.Closed });
        await shop.ReopenAsync("s");
        var closed = await shop.UpdateAsync(Shop.State("s", SessionState.Closed));
        Assert.Equal(Many, closed.Effects.Count(effect => effect.Props is AcceptCouponProps));
    }
}
