using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

public sealed class InstantEffectTests
{
    private const string Creates = """[{"title": "thanks", "condition": ["and", [">", [".", "Session", "Total"], 100]], "effects": [["createCoupon", "campaign 2", {"recipient": [".", "Profile", "IntegrationId"], "usageLimit": 1}]]}]""";
    private const string Sets = """[{"title": "mark", "condition": ["and", [">", [".", "Session", "Total"], 100]], "effects": [["updateAttribute", "Session.Attributes.PaymentMethod", "card"], ["updateAttribute", "Profile.Attributes.Name", "Ann"]]}]""";
    private const string Reserves = """[{"title": "reserve", "condition": ["and", [">", [".", "Session", "Total"], 100]], "effects": [["reserveCoupon", "WELCOME"]]}]""";

    [Fact]
    public async Task A_coupon_is_created_once_in_the_life_of_a_session()
    {
        var shop = await new Shop().WithCampaign(Creates, change: campaign => campaign with { Limits = [new LimitConfig { Id = 1, Action = "createCoupon", Limit = 1, Entities = [] }] }).WithCampaign(id: 2).OpenAsync();
        var first = await shop.UpdateAsync(Shop.Cart("s") with { ProfileId = "p" });
        var created = Assert.Single(first.CreatedCoupons);
        Assert.Equal(created.Value, Assert.IsType<CouponCreatedProps>(Assert.Single(first.Effects).Props).Value);
        Assert.Equal(("p", 2L), ((await shop.ReadCouponAsync(created.Value)).RecipientIntegrationId, created.CampaignId));

        foreach (var state in new[] { SessionState.Open, SessionState.Closed, SessionState.Cancelled })
        {
            var again = await shop.UpdateAsync(Shop.State("s", state));
            Assert.Empty(again.CreatedCoupons);
            if (state != SessionState.Cancelled)
                Assert.Equal(created.Value, Assert.IsType<CouponCreatedProps>(Assert.Single(again.Effects).Props).Value);
        }

        Assert.NotNull(await shop.ReadCouponAsync(created.Value));
        Assert.Empty((await shop.UpdateAsync(Shop.Cart("t") with { ProfileId = "p" })).Effects);
    }

    [Fact]
    public async Task Of_many_sessions_at_once_a_budget_of_three_creates_three_coupons()
    {
        var shop = await new Shop(realTime: true).WithCampaign(Creates, change: campaign => campaign with { Limits = [new LimitConfig { Id = 1, Action = "createCoupon", Limit = 3, Entities = [] }] }).WithCampaign(id: 2).OpenAsync();
        var states = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => shop.UpdateAsync(Shop.Cart($"s{i}") with { ProfileId = $"p{i}" }, $"instance {i % 2}"))));
        Assert.Equal(3, states.Sum(state => state.CreatedCoupons.Count));
        Assert.Equal(3, shop.Store.Rows().Count(row => row.Row.Key == "coupon" && row.Partition != "ids"));
    }

    [Fact]
    public async Task Attributes_of_session_and_profile_are_set_and_stay()
    {
        var shop = await new Shop().WithCampaign(Sets).OpenAsync();
        var updated = await shop.UpdateAsync(Shop.Cart("s") with { ProfileId = "p" });
        Assert.Equal("card", updated.CustomerSession!.Attributes.GetProperty("PaymentMethod").GetString());
        Assert.Equal("Ann", await NameAsync(shop));
        await shop.UpdateAsync(Shop.Cart("s") with { ProfileId = "p", State = SessionState.Closed });
        await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        Assert.Equal("Ann", await NameAsync(shop));
        Assert.DoesNotContain(shop.Store.Rows(), row => row.Row.Key.StartsWith("a.outbox.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Attributes_that_are_set_follow_the_cart()
    {
        const string Rules = """
            [{"title": "mark", "condition": ["and", true], "effects": [
              ["updateAttribute", "Session.Attributes.PaymentMethod", ["toString", [".", "Session", "Total"]]],
              ["updateAttribute", "Profile.Attributes.Name", ["toString", [".", "Session", "Total"]]]]}]
            """;
        var shop = await new Shop().WithCampaign(Rules).OpenAsync();
        foreach (var quantity in new[] { 1, 1, 3 })
        {
            var total = (quantity * 10).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var state = await shop.UpdateAsync(new SessionUpdate { IntegrationId = "s", ProfileId = "p", CartItems = [new CartItem { Sku = "a", Quantity = quantity, Price = 10 }], Include = ResponseContent.CustomerSession });
            Assert.All(state.Effects, effect => Assert.Equal(Value.Of(total), Assert.IsType<UpdateAttributeProps>(effect.Props).Value));
            Assert.Equal(total, state.CustomerSession!.Attributes.GetProperty("PaymentMethod").GetString());
            Assert.Equal(total, await NameAsync(shop));
        }
    }

    [Fact]
    public async Task What_was_done_to_a_guest_is_done_to_the_customer_who_logs_in()
    {
        const string Rules = """[{"title": "greet", "condition": ["and", true], "effects": [["updateAttribute", "Profile.Attributes.Name", "Ann"], ["reserveCoupon", "WELCOME"]]}]""";
        var shop = await new Shop().WithCampaign(Rules, change: campaign => campaign with { Limits = [new LimitConfig { Id = 1, Action = "reserveCoupon", Limit = 2, Entities = [] }] }).OpenAsync();
        await shop.CouponAsync("WELCOME", usageLimit: 0);
        foreach (var customer in new[] { "guest", "p", "p" })
        {
            var state = await shop.UpdateAsync(Shop.Cart("s") with { ProfileId = customer });
            Assert.Equal(customer, Assert.IsType<ReserveCouponProps>(state.Effects[^1].Props).ProfileIntegrationId);
        }

        Assert.Equal("Ann", await NameAsync(shop));
        Assert.DoesNotContain(
            (await shop.UpdateAsync(Shop.Cart("t") with { ProfileId = "third" })).Effects,
            effect => effect.Props is ReserveCouponProps);
    }

    [Fact]
    public async Task A_reservation_is_made_once_and_within_its_limit()
    {
        var shop = await new Shop().WithCampaign(Reserves).OpenAsync();
        await shop.CouponAsync("WELCOME", usageLimit: 0, request => request with { ReservationLimit = 1, IsReservationMandatory = true });
        var first = await shop.UpdateAsync(Shop.Cart("s") with { ProfileId = "p" });
        Assert.True(Assert.IsType<ReserveCouponProps>(Assert.Single(first.Effects).Props).IsNewReservation);
        await shop.UpdateAsync(Shop.Cart("s") with { ProfileId = "p" });
        var other = await shop.UpdateAsync(Shop.Cart("t") with { ProfileId = "p" });
        Assert.False(Assert.IsType<ReserveCouponProps>(Assert.Single(other.Effects).Props).IsNewReservation);
        Assert.Empty((await shop.UpdateAsync(Shop.Cart("u") with { ProfileId = "q" })).Effects);
        var coupon = Assert.Single((await shop.UpdateAsync(Shop.Cart("v", "WELCOME") with { ProfileId = "q", Include = ResponseContent.Coupons })).Effects);
        Assert.Equal("CouponReservationRequired", Assert.IsType<RejectCouponProps>(coupon.Props).RejectionReason);
    }

    [Fact]
    public async Task A_profile_update_creates_and_sets_too()
    {
        const string Rules = """[{"title": "welcome", "condition": ["and", ["=", [".", "Profile", "Language"], "fr"]], "effects": [["createCoupon", "campaign 2", {}], ["updateAttribute", "Profile.Attributes.Name", "Anne"]]}]""";
        var shop = await new Shop().WithCampaign(Rules).WithCampaign(id: 2).OpenAsync();
        var state = await shop.UpdateAsync(new ProfileUpdate { IntegrationId = "p", Attributes = Sample.Json("""{"Language": "fr"}"""), RunRuleEngine = true });
        Assert.NotNull(await shop.ReadCouponAsync(Assert.Single(state.CreatedCoupons).Value));
        Assert.Equal("Anne", await NameAsync(shop));
    }

    private static async Task<string?> NameAsync(Shop shop)
    {
        var update = new ProfileUpdate { IntegrationId = "p", RunRuleEngine = true, Dry = true, Include = ResponseContent.CustomerProfile };
        return (await shop.UpdateAsync(update)).CustomerProfile!.Attributes.GetProperty("Name").GetString();
    }
}
