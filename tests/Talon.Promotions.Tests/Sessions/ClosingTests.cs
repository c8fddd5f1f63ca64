using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

public sealed class ClosingTests
{
    [Fact]
    public async Task The_tutorial_cart_gets_its_discount()
    {
        var shop = await new Shop().WithCampaign().OpenAsync();
        await shop.CouponAsync("xmas20");
        var state = await shop.UpdateAsync(Shop.Cart("s", "xmas20"));
        Assert.Equal(["acceptCoupon", "setDiscount"], Types(state));
        Assert.Equal(24.6m, Assert.IsType<SetDiscountProps>(state.Effects[1].Props).Value);
        Assert.Equal(0, (await shop.ReadCouponAsync("xmas20")).UsageCounter);
    }

    [Theory]
    [InlineData(FinaliseMode.Inline)]
    [InlineData(FinaliseMode.Queue)]
    public async Task Closing_redeems_the_coupon_once(FinaliseMode mode)
    {
        var shop = await new Shop(mode).WithCampaign().OpenAsync();
        await shop.CouponAsync("xmas20");
        var closed = await shop.UpdateAsync(Shop.Cart("s1", "xmas20") with { State = SessionState.Closed, ProfileId = "p1" });
        Assert.Equal(["acceptCoupon", "setDiscount"], Types(closed));
        Assert.Equal(1, Assert.Single(closed.Coupons!).UsageCounter);
        Assert.Equal(1, Assert.Single(closed.Coupons!).ProfileRedemptionCount);
        await shop.SettleAsync();

        var second = await shop.UpdateAsync(Shop.Cart("s2", "xmas20") with { ProfileId = "p2" });
        Assert.Equal("CouponLimitReached", Assert.IsType<RejectCouponProps>(Assert.Single(second.Effects).Props).RejectionReason);
        var profile = await shop.UpdateAsync(new ProfileUpdate { IntegrationId = "p1", RunRuleEngine = true, Include = ResponseContent.CustomerProfile });
        Assert.Equal((1, 123m), (profile.CustomerProfile!.ClosedSessions, profile.CustomerProfile.TotalSales));
        Assert.DoesNotContain(shop.Store.Rows(), row => row.Row.Key.StartsWith("a.outbox.", StringComparison.Ordinal) || row.Row.Key.StartsWith("a.held.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FinaliseMode.Inline)]
    [InlineData(FinaliseMode.Queue)]
    public async Task A_caller_reads_its_own_writes(FinaliseMode mode)
    {
        var shop = await new Shop(mode).WithCampaign().OpenAsync();
        await shop.UpdateAsync(Shop.Cart("s1") with { State = SessionState.Closed, ProfileId = "p1" });
        var profile = await shop.UpdateAsync(new ProfileUpdate { IntegrationId = "p1", RunRuleEngine = true, Include = ResponseContent.CustomerProfile });
        Assert.Equal((1, 123m), (profile.CustomerProfile!.ClosedSessions, profile.CustomerProfile.TotalSales));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Undoing_a_closed_session_gives_everything_back(bool reopen)
    {
        var shop = await new Shop().WithCampaign().OpenAsync();
        await shop.CouponAsync("xmas20");
        await shop.UpdateAsync(Shop.Cart("s", "xmas20") with { State = SessionState.Closed, ProfileId = "p1" });
        var undone = reopen ? await shop.ReopenAsync("s") : await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        Assert.Equal(["rollbackCoupon", "rollbackDiscount"], Types(undone));
        Assert.Equal(24.6m, Assert.IsType<RollbackDiscountProps>(undone.Effects[1].Props).Value);
        Assert.Equal(0, (await shop.ReadCouponAsync("xmas20")).UsageCounter);

        var (session, net) = await shop.Services.Sessions.GetAsync(shop.Context(), "s", default);
        Assert.Equal(reopen ? SessionState.Open : SessionState.Cancelled, session.State);
        Assert.Empty(net);
        var profile = await shop.UpdateAsync(new ProfileUpdate { IntegrationId = "p1", RunRuleEngine = true, Include = ResponseContent.CustomerProfile });
        Assert.Equal((0, 0m), (profile.CustomerProfile!.ClosedSessions, profile.CustomerProfile.TotalSales));
    }

    [Theory]
    [InlineData(FinaliseMode.Inline)]
    [InlineData(FinaliseMode.Queue)]
    public async Task Reopening_and_closing_redeems_anew(FinaliseMode mode)
    {
        var shop = await new Shop(mode).WithCampaign().OpenAsync();
        await shop.CouponAsync("xmas20");
        await shop.UpdateAsync(Shop.Cart("s", "xmas20") with { State = SessionState.Closed });
        await shop.ReopenAsync("s");
        var closed = await shop.UpdateAsync(Shop.State("s", SessionState.Closed));
        Assert.Equal(["acceptCoupon", "setDiscount"], Types(closed));
        Assert.Equal(1, (await shop.ReadCouponAsync("xmas20")).UsageCounter);
        await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        await shop.SettleAsync();
        Assert.Equal(0, (await shop.ReadCouponAsync("xmas20")).UsageCounter);
    }

    [Fact]
    public async Task Of_many_closings_at_once_a_coupon_of_limit_ten_grants_ten()
    {
        var shop = await new Shop(realTime: true).WithCampaign().OpenAsync();
        await shop.CouponAsync("xmas20", usageLimit: 10);
        var states = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => shop.UpdateAsync(Shop.Cart($"s{i}", "xmas20") with { State = SessionState.Closed, ProfileId = $"p{i}" }, $"instance {i % 2}"))));
        Assert.Equal(10, states.Count(state => Types(state).Contains("acceptCoupon")));
        Assert.Equal(54, states.Count(state => state.Effects.Any(effect => effect.Props is RejectCouponProps { RejectionReason: "CouponLimitReached" })));
        Assert.Equal(10, (await shop.ReadCouponAsync("xmas20")).UsageCounter);
    }

    [Fact]
    public async Task Cancelling_an_open_session_undoes_nothing()
    {
        var shop = await new Shop().WithCampaign().OpenAsync();
        await shop.CouponAsync("xmas20");
        await shop.UpdateAsync(Shop.Cart("s", "xmas20"));
        var cancelled = await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        Assert.Empty(cancelled.Effects);
        Assert.Equal("talon_session_cancelled", cancelled.Event!.Type);
    }

    private static IEnumerable<string> Types(IntegrationState state) => state.Effects.Select(effect => effect.Props.EffectType);

    [Theory]
    [InlineData(FinaliseMode.Inline)]
    [InlineData(FinaliseMode.Queue)]
    public async Task Once_all_is_settled_no_message_is_left(FinaliseMode mode)
    {
        var shop = await new Shop(mode).WithCampaign().OpenAsync();
        await shop.CouponAsync("xmas20", usageLimit: 5);
        await shop.UpdateAsync(Shop.Cart("s", "xmas20") with { State = SessionState.Closed, ProfileId = "p" });
        Assert.Equal(mode == FinaliseMode.Inline ? [] : [OutboxQueues.Redemptions], shop.Store.Messages().Select(message => message.Queue));
        await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        Assert.Equal(mode == FinaliseMode.Inline ? [] : [OutboxQueues.Redemptions, OutboxQueues.Rollbacks], shop.Store.Messages().Select(message => message.Queue));
        await shop.SettleAsync();
        Assert.Empty(shop.Store.Messages());
    }
}
