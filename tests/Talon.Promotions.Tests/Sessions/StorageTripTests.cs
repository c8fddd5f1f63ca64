using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>The sequential storage trips of an update: what an update costs on a remote store.</summary>
public sealed class StorageTripTests
{
    private const string Budgeted = """
        [{"title": "20 % with a coupon", "condition": ["and", ["couponValid"]],
          "effects": [["setDiscount", "20 % off", ["*", [".", "Session", "Total"], ["/", 20, 100]]]]}]
        """;

    private readonly StorageTrips _trips = new();

    [Fact]
    public async Task An_update_of_an_open_session_takes_three_trips_at_most()
    {
        var shop = await OpenAsync();
        var first = await MeasureAsync(shop, Shop.Cart("s", "xmas20") with { ProfileId = "p" });
        Assert.True(first.Trips <= 3, $"Creating a session took {first}.");
        var second = await MeasureAsync(shop, Shop.Cart("s", "xmas20") with { ProfileId = "p" });
        Assert.True(second.Trips <= 3, $"Updating a session took {second}.");
        var kept = await MeasureAsync(shop, Shop.State("s", SessionState.Open));
        Assert.True(kept.Trips <= 3, $"Updating a session by its state alone took {kept}.");
    }

    [Fact]
    public async Task A_dry_run_takes_two_trips_at_most_and_writes_nothing()
    {
        var shop = await OpenAsync();
        var before = shop.Store.Rows().Count;
        var dry = await MeasureAsync(shop, Shop.Cart("s", "xmas20") with { ProfileId = "p", Dry = true });
        Assert.True(dry.Trips <= 2, $"A dry run took {dry}.");
        Assert.Equal((0, before), (dry.Writes, shop.Store.Rows().Count));
    }

    [Fact]
    public async Task An_uncontended_close_with_claims_takes_six_trips_at_most()
    {
        var shop = await OpenAsync();
        await shop.UpdateAsync(Shop.Cart("s", "xmas20") with { ProfileId = "p" });
        var close = await MeasureAsync(shop, Shop.State("s", SessionState.Closed));
        Assert.True(close.Trips <= 6, $"Closing a session took {close}.");
        var direct = await MeasureAsync(shop, Shop.Cart("t", "xmas20") with { ProfileId = "p", State = SessionState.Closed });
        Assert.True(direct.Trips <= 6, $"Creating a closed session took {direct}.");
    }

    [Fact]
    public async Task A_close_that_grants_points_takes_six_trips_too()
    {
        var shop = await OpenAsync(shop => shop
            .With(ConfigurationChange.Put(EntityKinds.LoyaltyProgram, LoyaltyWorld.Program))
            .WithCampaign(LoyaltyShop.Earn, 2));
        await shop.UpdateAsync(Shop.Cart("first", "xmas20") with { ProfileId = "p", State = SessionState.Closed });
        foreach (var customer in new[] { "p", "q" })
        {
            var close = await MeasureAsync(shop, Shop.Cart(customer, "xmas20") with { ProfileId = customer, State = SessionState.Closed });
            Assert.True(close.Trips <= 6, $"Closing the session of {customer} took {close}.");
        }
    }

    /// <summary>The trips until the answer; what follows it is done, but not counted.</summary>
    private async Task<TripCount> MeasureAsync(Shop shop, SessionUpdate update)
    {
        RequestContext? context = null;
        var count = _trips.Measure(async () => context = await shop.UpdateUntilAnswerAsync(update));
        await context!.AfterAnswer.RunAsync();
        return count;
    }

    private async Task<Shop> OpenAsync(Action<Shop>? change = null)
    {
        var shop = new Shop();
        shop.Tables = _trips.Tables(shop.Store);
        shop.Messages = _trips.Queue(shop.Store);
        shop.Gate = new LeaseGate(shop.Tables, new InProcessTurnstiles(), shop.Clock, new SeededRandomSource(3));
        shop.WithCampaign(Budgeted, change: campaign => campaign with
        {
            Limits =
            [
                new LimitConfig { Id = 1, Action = "setDiscount", Limit = 10_000, Period = "monthly", Entities = [] },
                new LimitConfig { Id = 2, Action = "redeemCoupon", Limit = 100, Entities = ["Profile"] },
            ],
        });
        change?.Invoke(shop);
        await shop.OpenAsync();
        await shop.CouponAsync("xmas20", usageLimit: 100);
        await shop.UpdateAsync(Shop.Cart("warm") with { ProfileId = "warm" });
        return shop;
    }
}
