using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>What a request claimed that died before its commit is there for the next one that asks, without a guard message.</summary>
public sealed class OldClaimsTests
{
    private static readonly TimeSpan Dead = OldClaims.LongestLife + TimeSpan.FromSeconds(1);

    private const string TenOff = """[{"title": "10 off", "condition": ["and", [">", [".", "Session", "Total"], 0]], "effects": [["setDiscount", "10 off", 10]]}]""";

    private const string Award = """
        [{"title": "Ticket", "condition": ["and", [">", [".", "Session", "Total"], 0]], "effects": [["awardGiveaway", "tickets", "A ticket"]]}]
        """;

    [Fact]
    public async Task The_last_use_of_a_coupon_is_there_for_the_next_customer()
    {
        var shop = await CouponShopAsync();
        await shop.DieAsync(Closing("dead", "xmas20"));
        Assert.Equal("rejectCoupon", Assert.Single(Types(await shop.UpdateAsync(Closing("early", "xmas20")))));
        shop.Clock.Advance(Dead);
        Assert.Equal(["acceptCoupon", "setDiscount"], Types(await shop.UpdateAsync(Closing("next", "xmas20"))));
        Assert.Equal("rejectCoupon", Assert.Single(Types(await shop.UpdateAsync(Closing("last", "xmas20")))));
        await shop.SettleAsync();
        Assert.Equal(1, (await shop.ReadCouponAsync("xmas20")).UsageCounter);
    }

    [Fact]
    public async Task An_open_cart_sees_it_too()
    {
        var shop = await CouponShopAsync();
        await shop.DieAsync(Closing("dead", "xmas20"));
        shop.Clock.Advance(Dead);
        Assert.Equal(["acceptCoupon", "setDiscount"], Types(await shop.UpdateAsync(Shop.Cart("next", "xmas20"))));
    }

    [Fact]
    public async Task A_dry_run_settles_nothing()
    {
        var shop = await CouponShopAsync();
        await shop.DieAsync(Closing("dead", "xmas20"));
        shop.Clock.Advance(Dead);
        var before = Claims(shop);
        Assert.Equal("rejectCoupon", Assert.Single(Types(await shop.UpdateAsync(Shop.Cart("next", "xmas20") with { Dry = true }))));
        Assert.Equal(before, Claims(shop));
    }

    [Fact]
    public async Task The_remainder_of_a_gift_card_is_there_in_full()
    {
        var shop = await new Shop().With(Sample.Put(Sample.Application() with { EnablePartialDiscounts = true })).WithCampaign().OpenAsync();
        await shop.CouponAsync("gift", usageLimit: 0, request => request with { DiscountLimit = 40 });
        await shop.DieAsync(Closing("dead", "gift"));
        Assert.Equal(15.4m, Discount(await shop.UpdateAsync(Shop.Cart("early", "gift"))));
        shop.Clock.Advance(Dead);
        Assert.Equal(24.6m, Discount(await shop.UpdateAsync(Closing("next", "gift"))));
    }

    [Fact]
    public async Task A_budget_is_there_for_the_next_customer()
    {
        var shop = await new Shop().WithCampaign(TenOff, change: campaign => campaign with { Limits = [new LimitConfig { Id = 1, Action = "setDiscount", Limit = 15, Entities = [] }] }).OpenAsync();
        await shop.DieAsync(Closing("dead"));
        Assert.Empty((await shop.UpdateAsync(Closing("early"))).Effects);
        shop.Clock.Advance(Dead);
        Assert.Equal(10, Discount(await shop.UpdateAsync(Closing("next"))));
    }

    [Fact]
    public async Task The_last_giveaway_is_there_for_the_next_customer()
    {
        var shop = await new Shop()
            .With(ConfigurationChange.Put(EntityKinds.GiveawayPool, new GiveawayPool { Id = 1, Created = Shop.Start, Modified = Shop.Start, CreatedBy = 1, Name = "tickets", Sandbox = false }))
            .WithCampaign(Award)
            .OpenAsync();
        await shop.Services.Giveaways.ImportAsync(1, [new NewGiveaway("T1")], null, Shop.Start, default);
        await shop.DieAsync(Closing("dead"));
        Assert.Empty((await shop.UpdateAsync(Closing("early"))).Effects);
        shop.Clock.Advance(Dead);
        Assert.Equal("T1", Assert.IsType<AwardGiveawayProps>(Assert.Single((await shop.UpdateAsync(Closing("next"))).Effects).Props).Code);
    }

    [Fact]
    public async Task Points_are_there_for_the_same_customer()
    {
        var loyalty = await LoyaltyShop.OpenAsync();
        await loyalty.UpdateAsync(LoyaltyShop.Cart("earned"));
        await loyalty.Shop.DieAsync(LoyaltyShop.Cart("dead", pay: true));
        Assert.DoesNotContain("deductLoyaltyPoints", Types(await loyalty.UpdateAsync(LoyaltyShop.Cart("early", SessionState.Open, pay: true))));
        loyalty.Shop.Clock.Advance(Dead);
        Assert.Contains("deductLoyaltyPoints", Types(await loyalty.UpdateAsync(LoyaltyShop.Cart("next", pay: true))));
        await loyalty.Shop.SettleAsync();
        Assert.Equal(100, (await loyalty.BalanceAsync()).Active);
    }

    [Fact]
    public async Task A_referral_is_there_for_the_next_friend_and_for_the_same_one()
    {
        var shop = await ReferralShop.OpenAsync();
        await shop.ReferAsync("ONCE", usageLimit: 1);
        await shop.Shop.UpdateAsync(new ProfileUpdate { IntegrationId = "anna" });
        await shop.Shop.DieAsync(Shop.Cart("dead") with { ProfileId = "ben", ReferralCode = "ONCE", State = SessionState.Closed });
        Assert.Equal("ReferralCustomerAlreadyReferred", ReferralShop.Rejection(await shop.UpdateAsync("early", code: "ONCE")));
        Assert.Equal("ReferralLimitReached", ReferralShop.Rejection(await shop.UpdateAsync("early2", friend: "carl", code: "ONCE")));
        shop.Shop.Clock.Advance(Dead);
        Assert.Null(ReferralShop.Rejection(await shop.UpdateAsync("open", state: SessionState.Open, code: "ONCE")));
        Assert.Null(ReferralShop.Rejection(await shop.UpdateAsync("next", code: "ONCE")));
    }

    [Fact]
    public async Task What_a_cancellation_still_owes_is_there_too()
    {
        var shop = await new Shop(FinaliseMode.Queue).WithCampaign().OpenAsync();
        await shop.CouponAsync("xmas20");
        await shop.UpdateAsync(Closing("s", "xmas20"));
        shop.Clock.Advance(Dead);
        await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        Assert.Equal(["acceptCoupon", "setDiscount"], Types(await shop.UpdateAsync(Closing("next", "xmas20"))));
    }

    [Fact]
    public async Task What_a_live_request_claimed_is_not_taken_from_it()
    {
        var shop = await CouponShopAsync();
        var slow = shop.DawdleAsync(Closing("slow", "xmas20"), OldClaims.LongestLife - TimeSpan.FromSeconds(1));
        shop.Clock.Advance(OldClaims.LongestLife - TimeSpan.FromSeconds(2));
        Assert.Equal("rejectCoupon", Assert.Single(Types(await shop.UpdateAsync(Closing("next", "xmas20")))));
        shop.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["acceptCoupon", "setDiscount"], Types(await slow));
    }

    [Fact]
    public async Task One_that_is_taken_for_dead_too_early_starts_again_and_grants_nothing_twice()
    {
        var shop = await CouponShopAsync();
        var slow = shop.DawdleAsync(Closing("slow", "xmas20"), Dead + Dead);
        shop.Clock.Advance(Dead);
        Assert.Equal(["acceptCoupon", "setDiscount"], Types(await shop.UpdateAsync(Closing("next", "xmas20"))));
        shop.Clock.Advance(Dead);
        Assert.Equal("rejectCoupon", Assert.Single(Types(await slow)));
    }

    [Fact]
    public async Task A_refusal_looks_at_few_of_many_claims_and_at_none_a_second_time()
    {
        var trips = new StorageTrips();
        var shop = new Shop();
        shop.Tables = trips.Tables(shop.Store);
        await shop.WithCampaign().OpenAsync();
        await shop.CouponAsync("xmas20", usageLimit: 100);
        for (var i = 0; i < 100; i++)
            await shop.UpdateAsync(Closing($"s{i}", "xmas20"));
        shop.Clock.Advance(Dead);
        await shop.UpdateAsync(Shop.Cart("warm"));
        var quiet = trips.Measure(() => shop.UpdateAsync(Shop.Cart("quiet")));
        var first = trips.Measure(() => shop.UpdateAsync(Shop.Cart("first", "xmas20")));
        Assert.True(first.Trips <= quiet.Trips + 2, $"{first} with a look, {quiet} without.");
        for (var i = 0; i < 10; i++)
            await shop.UpdateAsync(Shop.Cart($"more{i}", "xmas20"));
        var looked = trips.Measure(() => shop.UpdateAsync(Shop.Cart("last", "xmas20")));
        Assert.Equal(quiet.Trips, looked.Trips);
    }

    [Fact]
    public async Task Claims_that_had_their_guard_are_not_looked_at()
    {
        var trips = new StorageTrips();
        var shop = new Shop();
        shop.Tables = trips.Tables(shop.Store);
        await shop.WithCampaign().OpenAsync();
        await shop.CouponAsync("xmas20");
        await shop.UpdateAsync(Closing("s", "xmas20"));
        shop.Clock.Advance(TimeSpan.FromMinutes(3));
        await shop.UpdateAsync(Shop.Cart("warm"));
        var quiet = trips.Measure(() => shop.UpdateAsync(Shop.Cart("quiet")));
        var refused = trips.Measure(() => shop.UpdateAsync(Shop.Cart("refused", "xmas20")));
        Assert.Equal(quiet.Trips, refused.Trips);
    }

    private static async Task<Shop> CouponShopAsync()
    {
        var shop = await new Shop().WithCampaign().OpenAsync();
        await shop.CouponAsync("xmas20");
        return shop;
    }

    private static IEnumerable<string> Claims(Shop shop) =>
        shop.Store.Rows().Where(row => row.Row.Key.StartsWith("claim.", StringComparison.Ordinal) || row.Row.Key.StartsWith(OwnerRows.PendingPrefix, StringComparison.Ordinal)).Select(row => row.Row.Key + row.Row.ETag).ToList();

    private static SessionUpdate Closing(string id, params string[] codes) => Shop.Cart(id, codes) with { State = SessionState.Closed, ProfileId = "p" + id };

    private static IEnumerable<string> Types(IntegrationState state) => state.Effects.Select(effect => effect.Props.EffectType);

    private static decimal Discount(IntegrationState state) => state.Effects.Select(effect => effect.Props).OfType<SetDiscountProps>().Sum(props => props.Value);
}
