namespace Talon.Server.Tests;

public sealed class ConcurrencyTests(ServerFixture server)
{
    [Fact]
    public async Task Of_many_parallel_updates_of_one_session_those_beyond_three_are_refused()
    {
        var shop = await server.CreateShopAsync();
        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => shop.PutSessionAsync("s", Shop.Cart)));
        var accepted = replies.Count(reply => reply.Status == 200);
        Assert.All(replies, reply => Assert.True(reply.Status is 200 or 409, $"{reply.Status}"));
        Assert.All(replies.Where(reply => reply.Status == 409), reply => Assert.StartsWith(
            "Too many requests are updating this", reply.Json.GetProperty("message").GetString(), StringComparison.Ordinal));
        var session = (await shop.Api.GetAsync("/v2/customer_sessions/s")).Expect(200).Json.GetProperty("customerSession");
        Assert.Equal(accepted, session.GetProperty("updateCount").GetInt64());
    }

    [Fact]
    public async Task Of_many_customers_who_close_at_once_one_gets_the_last_coupon()
    {
        var shop = await server.CreateShopAsync();
        await shop.CreateCouponAsync(await shop.CreateCampaignAsync(), "lastOne", usageLimit: 1);
        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            shop.PutSessionAsync($"s{i}", $"{Shop.Cart},\"couponCodes\":[\"lastOne\"],\"state\":\"closed\"")));
        Assert.All(replies, reply => reply.Expect(200));
        Assert.Single(replies, reply => reply.EffectTypes.Contains("acceptCoupon"));
        Assert.All(
            replies.Where(reply => reply.EffectTypes.Contains("rejectCoupon")),
            reply => Assert.Equal("CouponLimitReached", reply.Props("rejectCoupon").GetProperty("rejectionReason").GetString()));
    }
}
