using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class AnalyticsTests
{
    private static readonly CampaignNumbers Closed = new() { Sessions = 1, Revenue = 100, Discounts = 20, CouponRedemptions = 1, AddedPoints = 100 };

    [Theory]
    [InlineData(FinaliseMode.Inline)]
    [InlineData(FinaliseMode.Queue)]
    public async Task A_session_counts_when_it_closes_and_not_before(FinaliseMode mode)
    {
        var shop = await AnalyticsShop.OpenAsync(mode);
        await shop.UpdateAsync(AnalyticsShop.Cart("s", SessionState.Open));
        Assert.Equal(CampaignNumbers.None, await AnalyticsShop.TotalAsync(shop));
        await shop.UpdateAsync(AnalyticsShop.Cart("s"));
        if (mode == FinaliseMode.Queue)
            await shop.SettleAsync();
        Assert.Equal(Closed, await AnalyticsShop.TotalAsync(shop));
        Assert.Equal(new CampaignNumbers { Sessions = 1, Revenue = 100, Discounts = 3, FreeItems = 1 }, await AnalyticsShop.TotalAsync(shop, 2));
        Assert.Equal(CampaignNumbers.None, await AnalyticsShop.TotalAsync(shop, 3));
    }

    [Fact]
    public async Task Returned_units_reduce_what_is_counted_and_show_as_refunded()
    {
        var shop = await AnalyticsShop.OpenAsync();
        await shop.UpdateAsync(AnalyticsShop.Cart("s"));
        await shop.ReturnAsync("s", new ReturnedCartItem(1, null, 2));
        Assert.Equal(Closed with { Revenue = 75, Refund = 25, Discounts = 15, RefundedDiscounts = 5, AddedPoints = 75 }, await AnalyticsShop.TotalAsync(shop));
        Assert.Equal(new CampaignNumbers { Sessions = 1, Revenue = 75, Refund = 25, Discounts = 1, RefundedDiscounts = 2, FreeItems = 1 }, await AnalyticsShop.TotalAsync(shop, 2));
    }

    [Fact]
    public async Task Cancelling_takes_out_what_was_counted_and_shows_it_as_refunded()
    {
        var shop = await AnalyticsShop.OpenAsync();
        await shop.UpdateAsync(AnalyticsShop.Cart("s"));
        await shop.ReturnAsync("s", new ReturnedCartItem(0, null, 1));
        await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        Assert.Equal(new CampaignNumbers { Refund = 100, RefundedDiscounts = 20, RolledBackCouponRedemptions = 1 }, await AnalyticsShop.TotalAsync(shop));
    }

    [Fact]
    public async Task Reopening_takes_out_what_was_counted_and_closing_counts_it_in_its_own_hour()
    {
        var shop = await AnalyticsShop.OpenAsync();
        await shop.UpdateAsync(AnalyticsShop.Cart("s"));
        shop.Clock.Advance(TimeSpan.FromHours(30));
        await shop.ReopenAsync("s");
        Assert.Equal(CampaignNumbers.None, await AnalyticsShop.TotalAsync(shop));
        await shop.UpdateAsync(AnalyticsShop.Cart("s"));
        var hour = Assert.Single(await new AnalyticsReader(shop.Store).ReadAsync(1, default));
        Assert.Equal((Shop.Start.AddHours(30), TimeSpan.FromHours(1), Closed), (hour.Start, hour.Start.Offset, hour.Numbers));
    }

    [Theory]
    [InlineData(FinaliseMode.Inline)]
    [InlineData(FinaliseMode.Queue)]
    public async Task What_events_grant_is_counted_once_in_the_hour_in_which_they_happen(FinaliseMode mode)
    {
        var shop = await EventShop.OpenAsync(mode);
        var key = new IdempotencyKey("key", "POST /v2/events", "body");
        await shop.TrackAsync(EventShop.Shared(), key: key);
        await shop.TrackAsync(EventShop.Shared(), key: key);
        shop.Shop.Clock.Advance(TimeSpan.FromHours(3));
        await shop.TrackAsync(EventShop.Shared() with { IntegrationId = "e" });
        await shop.Shop.SettleAsync();
        CampaignNumbers points = new() { AddedPoints = 10 };
        Assert.Equal([(Shop.Start, points), (Shop.Start.AddHours(3), points)], (await new AnalyticsReader(shop.Shop.Store).ReadAsync(1, default)).Select(hour => (hour.Start, hour.Numbers)));
        Assert.Equal(new CampaignNumbers { CouponsCreated = 2 }, await AnalyticsShop.TotalAsync(shop.Shop, 2));
    }

    [Fact]
    public async Task What_profile_updates_grant_is_counted_and_dry_ones_are_not()
    {
        var shop = await new Shop()
            .With(ConfigurationChange.Put(EntityKinds.LoyaltyProgram, LoyaltyWorld.Program with { Tiers = [] }))
            .WithCampaign("""
                [{"title": "Hello", "condition": ["eventTypeIs", "talon_profile_updated"],
                  "effects": [["addLoyaltyPoints", "stars", "", 7.5, "Hello"], ["addFreeItem", "mug-1", "A mug"]]},
                 {"title": "Bye", "condition": ["eventTypeIs", "talon_profile_updated"], "effects": [["deductLoyaltyPoints", "stars", "", 5, "Bye"]]}]
                """)
            .OpenAsync();
        var update = new ProfileUpdate { IntegrationId = "p", RunRuleEngine = true };
        await shop.UpdateAsync(update);
        await shop.UpdateAsync(update);
        await shop.UpdateAsync(update with { Dry = true });
        await shop.UpdateAsync(update with { RunRuleEngine = false });
        Assert.Equal(new CampaignNumbers { AddedPoints = 7.5m, FreeItems = 1 }, await AnalyticsShop.TotalAsync(shop));
        await shop.UpdateAsync(update);
        Assert.Equal(new CampaignNumbers { AddedPoints = 15, FreeItems = 2, DeductedPoints = 5 }, await AnalyticsShop.TotalAsync(shop));
    }

    [Fact]
    public async Task Points_that_stay_with_the_customer_stay_counted_once()
    {
        var shop = await AnalyticsShop.OpenAsync(policy: ReturnPolicy.OnlyPending);
        await shop.UpdateAsync(AnalyticsShop.Cart("s"));
        await shop.ReopenAsync("s");
        Assert.Equal(new CampaignNumbers { AddedPoints = 100 }, await AnalyticsShop.TotalAsync(shop));
        await shop.UpdateAsync(AnalyticsShop.Cart("s"));
        Assert.Equal(Closed, await AnalyticsShop.TotalAsync(shop));
        await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        Assert.Equal(100, (await AnalyticsShop.TotalAsync(shop)).AddedPoints);
    }

    [Fact]
    public async Task Coupons_that_rules_create_are_counted_once_and_stay()
    {
        var shop = await new Shop().WithCampaign("""[{"title": "Create", "condition": ["and"], "effects": [["createCoupon", "campaign 1", {}]]}]""").OpenAsync();
        await shop.UpdateAsync(Shop.Cart("s") with { ProfileId = "p" });
        await shop.UpdateAsync(Shop.Cart("s") with { ProfileId = "p", State = SessionState.Closed });
        await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        Assert.Equal(new CampaignNumbers { CouponsCreated = 1 }, await AnalyticsShop.TotalAsync(shop));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_close_whose_process_dies_is_counted_once(bool written)
    {
        for (var write = 1; write < 40; write++)
        {
            var shop = await AnalyticsShop.OpenAsync();
            var faults = new FaultInjector(FaultPlan.CrashAtWrite(write, written), shop.Clock);
            var instance = new PromotionServices(new PromotionPorts(faults.Tables(shop.Store), faults.Queue(shop.Store), new InProcessGate(shop.Clock), shop.Clock, new SeededRandomSource(5), FinaliseMode.Inline));
            var crashed = false;
            try
            {
                await instance.Sessions.UpdateAsync(shop.Context(), AnalyticsShop.Cart("s"), Shop.Render, default);
            }
            catch (CrashException)
            {
                crashed = true;
            }

            await shop.SettleAsync();
            Assert.Equal(await IsClosedAsync(shop, "s") ? Closed : CampaignNumbers.None, await AnalyticsShop.TotalAsync(shop));
            if (!crashed)
                return;
        }

        Assert.Fail("The close never came through.");
    }

    [Fact]
    public async Task A_report_sums_up_intervals_of_the_Applications_calendar()
    {
        var shop = await AnalyticsShop.OpenAsync();
        foreach (var (id, hours) in new[] { ("a", 0), ("b", 1), ("c", 10), ("d", 24) })
        {
            shop.Clock.SetUtcNow(Shop.Start.AddHours(hours));
            await shop.UpdateAsync(AnalyticsShop.Cart(id));
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var start = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(1));
        Assert.Equal(
            [(Shop.Start, 1L, 1L), (Shop.Start.AddHours(1), 1, 2), (Shop.Start.AddHours(10), 1, 3), (Shop.Start.AddHours(24), 1, 4)],
            await SessionsAsync(AnalyticsGranularity.Hour, start, start.AddDays(3)));
        Assert.Equal([(start, 3L, 3L), (start.AddDays(1), 1, 4)], await SessionsAsync(AnalyticsGranularity.Day, start, start.AddDays(3)));
        Assert.Equal([(start.AddDays(1), 1L, 4L)], await SessionsAsync(AnalyticsGranularity.Day, start.AddDays(1), start.AddDays(3)));
        Assert.Equal([(start.AddDays(-6), 3L, 3L), (start.AddDays(1), 1, 4)], await SessionsAsync(AnalyticsGranularity.Week, start, start.AddDays(3)));
        Assert.Equal([(start, 4L, 4L)], await SessionsAsync(AnalyticsGranularity.Month, start, start.AddDays(3)));
        Assert.Equal([(start.AddMonths(-2), 2L, 2L)], await SessionsAsync(AnalyticsGranularity.Year, start, Shop.Start.AddHours(2)));

        async Task<IEnumerable<(DateTimeOffset Start, long Sessions, long Total)>> SessionsAsync(AnalyticsGranularity granularity, DateTimeOffset from, DateTimeOffset until) =>
            (await shop.Services.Analytics.ReportAsync(1, zone, from, until, granularity, default)).Select(point => (point.Start, point.Interval.Sessions, point.Total.Sessions));
    }

    private static async Task<bool> IsClosedAsync(Shop shop, string id)
    {
        try
        {
            return (await shop.Services.Sessions.GetAsync(shop.Context(), id, default)).Session.State == SessionState.Closed;
        }
        catch (NotFoundException)
        {
            return false;
        }
    }
}
