using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

public sealed class EventTests
{
    private static readonly (decimal, int, string?, int) Rewarded = (10, 1, "Sharer", 1);

    [Theory]
    [InlineData(FinaliseMode.Inline, null)]
    [InlineData(FinaliseMode.Queue, null)]
    [InlineData(FinaliseMode.Inline, "event")]
    [InlineData(FinaliseMode.Queue, "event")]
    public async Task What_rules_grant_is_granted_at_once(FinaliseMode mode, string? id)
    {
        var shop = await EventShop.OpenAsync(mode);
        var state = await shop.TrackAsync(EventShop.Shared() with { IntegrationId = id });
        Assert.Equal(["addLoyaltyPoints", "awardGiveaway", "couponCreated", "updateAttribute"], state.Effects.Select(effect => effect.Props.EffectType));
        Assert.Equal("Sharer", state.CustomerProfile!.Attributes.GetProperty("Name").GetString());
        Assert.Equal(state.AwardedGiveaways![0].Code, Assert.IsType<AwardGiveawayProps>(state.Effects[1].Props).Code);
        Assert.Single(state.CreatedCoupons);
        Assert.Equal(("shared", "p", id, 4), (state.Event!.Type, state.Event.ProfileId, state.Event.IntegrationId, state.Event.Effects.Count));
        await shop.Shop.SettleAsync();
        Assert.Equal(Rewarded, await shop.HoldingsAsync());
        Assert.Empty(shop.Unfinished);
    }

    [Fact]
    public async Task A_reader_of_the_customer_settles_what_events_still_owe()
    {
        var shop = await EventShop.OpenAsync(FinaliseMode.Queue);
        await shop.TrackAsync(EventShop.Shared());
        Assert.Equal(0, (await shop.HoldingsAsync()).Points);
        await shop.Shop.UpdateAsync(Shop.Cart("s") with { ProfileId = "p" });
        Assert.Equal(10, (await shop.HoldingsAsync()).Points);
    }

    [Fact]
    public async Task A_dry_event_leaves_nothing()
    {
        var shop = await EventShop.OpenAsync();
        var rows = shop.Shop.Store.Rows().Count;
        var dry = await shop.TrackAsync(EventShop.Shared() with { Dry = true });
        Assert.IsType<WillAwardGiveawayProps>(dry.Effects[1].Props);
        Assert.Equal(rows, shop.Shop.Store.Rows().Count);
    }

    [Fact]
    public async Task An_advanced_event_happens_once_and_can_be_read()
    {
        var shop = await EventShop.OpenAsync();
        var advanced = EventShop.Shared() with { IntegrationId = "e" };
        var state = await shop.TrackAsync(advanced);
        await Assert.ThrowsAsync<ConflictException>(() => shop.TrackAsync(advanced));
        await Assert.ThrowsAsync<ConflictException>(() => shop.TrackAsync(advanced with { ProfileId = "q" }));
        Assert.Equal(Rewarded, await shop.HoldingsAsync());
        var read = await shop.Shop.Services.Events.GetAsync(shop.Shop.Context(), "e", default);
        Assert.Equal((state.Event!.Id, "p", 4), (read.Id, read.ProfileId, read.Effects.Count));
        await Assert.ThrowsAsync<NotFoundException>(() => shop.Shop.Services.Events.GetAsync(shop.Shop.Context(), "other", default));
    }

    [Fact]
    public async Task Rules_look_at_the_cart_of_the_connected_session()
    {
        var shop = await EventShop.OpenAsync();
        var reviewed = new EventUpdate { Type = "reviewed", ProfileId = "p", IntegrationId = "e", ConnectedSessionId = "s" };
        await Assert.ThrowsAsync<InvalidRequestException>(() => shop.TrackAsync(reviewed));
        await shop.Shop.UpdateAsync(Shop.Cart("s") with { ProfileId = "p" });
        await Assert.ThrowsAsync<InvalidRequestException>(() => shop.TrackAsync(reviewed));
        await shop.Shop.UpdateAsync(Shop.State("s", SessionState.Closed));
        Assert.IsType<ShowNotificationProps>(Assert.Single((await shop.TrackAsync(reviewed)).Effects).Props);
    }

    [Fact]
    public async Task Of_many_events_at_once_a_budget_of_three_rewards_three()
    {
        var shop = await EventShop.OpenAsync(campaign: campaign => campaign with { Limits = [new LimitConfig { Id = 1, Action = "createCoupon", Limit = 3, Entities = [] }] }, realTime: true, codes: 50);
        var states = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => shop.TrackAsync(EventShop.Shared(profile: $"p{i}"), $"instance {i % 3}"))));
        Assert.Equal(3, states.Sum(state => state.CreatedCoupons.Count));
        Assert.Equal(3, (await shop.HoldingsAsync()).Coupons);
    }

    [Fact]
    public async Task Of_many_at_once_with_one_id_one_happens()
    {
        var shop = await EventShop.OpenAsync(realTime: true);
        var ends = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => HappensAsync(shop, i))));
        Assert.Single(ends, happened => happened);
        Assert.Equal(1, (await shop.HoldingsAsync()).Coupons);
    }

    [Fact]
    public async Task A_repeat_with_its_key_changes_nothing_and_another_request_is_refused()
    {
        var shop = await EventShop.OpenAsync();
        IdempotencyKey Key(string hash) => new("key", "POST /v2/events", hash);
        Assert.NotNull(await shop.TrackAsync(EventShop.Shared(), key: Key("hash")));
        Assert.Null(await shop.TrackAsync(EventShop.Shared(), key: Key("hash")));
        await Assert.ThrowsAsync<InvalidRequestException>(() => shop.TrackAsync(EventShop.Shared(), key: Key("other")));
        await Assert.ThrowsAsync<InvalidRequestException>(() => shop.TrackAsync(EventShop.Shared(profile: "q"), key: Key("other")));
        Assert.Equal(Rewarded, await shop.HoldingsAsync());
        shop.Shop.Clock.Advance(TimeSpan.FromHours(25));
        Assert.NotNull(await shop.TrackAsync(EventShop.Shared(profile: "q"), key: Key("other")));
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(false, "event")]
    [InlineData(true, "event")]
    public async Task After_a_crash_at_any_write_all_of_it_happened_or_nothing(bool written, string? id)
    {
        for (var write = 1; ; write++)
        {
            var shop = await EventShop.OpenAsync();
            var key = id is null ? new IdempotencyKey("key", "POST /v2/events", "hash") : null;
            var survived = await shop.SurvivesAsync(EventShop.Shared() with { IntegrationId = id }, write, written, key);
            await shop.Shop.SettleAsync();
            var after = await shop.HoldingsAsync();
            Assert.True(after == Rewarded || after == default, $"after write {write}: {after}");
            if (after == default)
                await shop.TrackAsync(EventShop.Shared() with { IntegrationId = id }, key: key);
            else if (id is null)
                Assert.Null(await shop.TrackAsync(EventShop.Shared(), key: key));
            else
                await Assert.ThrowsAsync<ConflictException>(() => shop.TrackAsync(EventShop.Shared() with { IntegrationId = id }));
            await shop.Shop.SettleAsync();
            Assert.Equal(Rewarded, await shop.HoldingsAsync());
            Assert.Empty(shop.Unfinished);
            if (survived)
                return;
        }
    }

    [Fact]
    public async Task Built_in_events_can_be_asked_for_and_not_be_sent()
    {
        var rules = """[{"title": "Welcome", "condition": ["and", ["eventTypeIs", "talon_session_created"]], "effects": [["showNotification", "Info", "Hello", ""]]}]""";
        var shop = await new Shop().WithCampaign(rules).OpenAsync();
        Assert.Single((await shop.UpdateAsync(Shop.Cart("s"))).Effects);
        Assert.Empty((await shop.UpdateAsync(Shop.Cart("s"))).Effects);
        await Assert.ThrowsAsync<InvalidRequestException>(() => shop.Services.Events.TrackAsync(shop.Context(), new EventUpdate { Type = "talon_session_created", ProfileId = "p" }, Shop.Render, default));
    }

    [Fact]
    public async Task A_profile_update_grants_points_and_giveaways_too()
    {
        var rules = """[{"title": "Welcome", "condition": ["and", ["eventTypeIs", "talon_profile_created"]], "effects": [["addLoyaltyPoints", "stars", "", 5, "Welcome"], ["awardGiveaway", "tickets", "A ticket"]]}]""";
        var shop = await EventShop.OpenAsync();
        await shop.Shop.WithCampaign(rules, id: 3).OpenAsync();
        for (var i = 0; i < 2; i++)
            await shop.Shop.UpdateAsync(new ProfileUpdate { IntegrationId = "p", RunRuleEngine = true });
        Assert.Equal((5, 1, null, 0), await shop.HoldingsAsync());
    }

    private static async Task<bool> HappensAsync(EventShop shop, int i)
    {
        try
        {
            return await shop.TrackAsync(EventShop.Shared(profile: $"p{i}") with { IntegrationId = "e" }, $"instance {i % 3}") is not null;
        }
        catch (ConflictException)
        {
            return false;
        }
    }
}
