using System.Text.Json;

namespace Talon.Server.Tests;

/// <summary>The optional blocks of an answer; the shapes are checked by <see cref="AnswerChecker"/>.</summary>
public sealed class BlockTests(ServerFixture server)
{
    private const string All =
        """
        ,"responseContent":["customerSession","customerProfile","coupons","triggeredCampaigns","referral","loyalty","event","awardedGiveaways","ruleFailureReasons","previousReturns","campaignEligibility","achievements"]
        """;

    private const string ReturnBlocks =
        """
        ,"responseContent":["coupons","referral","event","previousReturns"]
        """;

    [Fact]
    public async Task Every_block_that_was_asked_for_is_there()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync();
        await shop.CreateCampaignAsync("""["and",[">=",[".","Session","Total"],150]]""");
        await shop.CreateCouponAsync(campaign, "blocks1");
        var reply = (await shop.PutSessionAsync("s", $"{Shop.Cart},\"profileId\":\"{Shop.NewId()}\",\"couponCodes\":[\"blocks1\"]", more: All)).Expect(200).Json;
        foreach (var block in new[] { "customerSession", "customerProfile", "coupons", "triggeredCampaigns", "event", "awardedGiveaways", "ruleFailureReasons", "previousReturns", "achievements" })
            Assert.True(reply.TryGetProperty(block, out _), block);
        Assert.Equal(campaign, Assert.Single(reply.GetProperty("triggeredCampaigns").EnumerateArray()).GetProperty("id").GetInt64());
        Assert.Equal("talon_session_created", reply.GetProperty("event").GetProperty("type").GetString());
        Assert.Equal(123m, reply.GetProperty("customerSession").GetProperty("total").GetDecimal());
        Assert.NotEmpty(reply.GetProperty("ruleFailureReasons").EnumerateArray());
    }

    [Fact]
    public async Task Eligibility_gives_a_verdict_per_campaign_on_dry_requests_only()
    {
        const string eligibility = ",\"responseContent\":[\"campaignEligibility\"]";
        var shop = await server.CreateShopAsync();
        var passes = await shop.CreateCampaignAsync("""["and",true]""");
        var fails = await shop.CreateCampaignAsync("""["and",[">=",[".","Session","Total"],150]]""");
        var dry = (await shop.PutSessionAsync("s", Shop.Cart, "?dry=true", eligibility)).Expect(200).Json.GetProperty("campaignEligibility");
        bool Passed(long id) => dry.EnumerateArray().Single(entry => entry.GetProperty("id").GetInt64() == id).GetProperty("eligibility")[0].GetProperty("passed").GetBoolean();
        Assert.True(Passed(passes));
        Assert.False(Passed(fails));
        Assert.False((await shop.PutSessionAsync("s", Shop.Cart, more: eligibility)).Expect(200).Json.TryGetProperty("campaignEligibility", out _));
    }

    [Fact]
    public async Task A_closed_session_answers_its_blocks_and_so_does_reopening()
    {
        var shop = await server.CreateShopAsync();
        await shop.CreateCouponAsync(await shop.CreateCampaignAsync(), "closing1", usageLimit: 1);
        var profile = Shop.NewId();
        var closed = (await shop.PutSessionAsync("s", $"{Shop.Cart},\"profileId\":\"{profile}\",\"couponCodes\":[\"closing1\"],\"state\":\"closed\"", more: All)).Expect(200).Json;
        Assert.Equal(1, closed.GetProperty("coupons")[0].GetProperty("usageCounter").GetInt64());
        Assert.Equal(1, closed.GetProperty("customerProfile").GetProperty("closedSessions").GetInt64());
        var reopened = (await shop.Api.SendAsync("PUT", "/v2/customer_sessions/s/reopen")).Expect(200);
        Assert.Contains("rollbackCoupon", reopened.EffectTypes);
        Assert.Contains("rollbackDiscount", reopened.EffectTypes);
    }

    [Fact]
    public async Task A_session_that_is_not_there_cannot_be_read_or_reopened()
    {
        var shop = await server.CreateShopAsync();
        (await shop.Api.GetAsync("/v2/customer_sessions/nosuch")).Expect(404);
        (await shop.Api.SendAsync("PUT", "/v2/customer_sessions/nosuch/reopen")).Expect(404);
    }

    [Fact]
    public async Task Cancelling_and_returning_tell_the_coupons_as_they_are_afterwards()
    {
        var shop = await server.CreateShopAsync();
        await shop.CreateCouponAsync(await shop.CreateCampaignAsync(), "afterwards1", usageLimit: 1, more: ",\"discountLimit\":100");
        (await shop.PutSessionAsync("s", $"{Shop.Cart},\"couponCodes\":[\"afterwards1\"],\"state\":\"closed\"")).Expect(200);
        var returned = (await shop.Api.PostAsync("/v2/customer_sessions/s/returns", $"{{\"return\":{{\"returnedCartItems\":[{{\"position\":0}}]}}{ReturnBlocks}}}")).Expect(200).Json;
        Assert.Equal((1, 14.8m), Counters(returned));
        Assert.Equal(returned.GetProperty("event").GetProperty("id").GetInt64(), returned.GetProperty("return").GetProperty("eventId").GetInt64());

        var cancelled = (await shop.PutSessionAsync("s", "\"state\":\"cancelled\"", more: All)).Expect(200).Json;
        Assert.Equal((0, 0m), Counters(cancelled));
        Assert.Single(cancelled.GetProperty("previousReturns").EnumerateArray());
    }

    [Fact]
    public async Task The_profile_is_told_as_rules_have_just_changed_it()
    {
        var shop = await server.CreateShopAsync();
        var attribute = await shop.CreateAttributeAsync("CustomerProfile");
        var audience = (await shop.Api.PostAsync("/v2/audiences", $"{{\"name\":\"{Shop.NewId()}\"}}")).Expect(201).Json.GetProperty("id").GetInt64();
        await shop.CreateCampaignAsync("""["and",true]""", $"""[["updateAttribute","Profile.Attributes.{attribute}","gold"],["addToAudience",{audience}]]""");
        var profile = (await shop.PutSessionAsync("s", $"{Shop.Cart},\"profileId\":\"{Shop.NewId()}\"", more: All)).Expect(200).Json.GetProperty("customerProfile");
        Assert.Equal("gold", profile.GetProperty("attributes").GetProperty(attribute).GetString());
        Assert.Equal(audience, Assert.Single(profile.GetProperty("audienceMemberships").EnumerateArray()).GetProperty("id").GetInt64());

        var updated = (await shop.Api.PutAsync($"/v2/customer_profiles/{Shop.NewId()}?runRuleEngine=true", """{"responseContent":["customerProfile"]}""")).Expect(200).Json.GetProperty("customerProfile");
        Assert.Equal("gold", updated.GetProperty("attributes").GetProperty(attribute).GetString());
        Assert.Equal(audience, Assert.Single(updated.GetProperty("audienceMemberships").EnumerateArray()).GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task A_new_coupon_tells_what_it_can_give()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync();
        var coupon = (await server.Management.PostAsync($"/v1/applications/{shop.Id}/campaigns/{campaign}/coupons?silent=no", """{"usageLimit":0,"numberOfCoupons":1,"discountLimit":100}""")).Expect(200).Json.GetProperty("data")[0];
        Assert.Equal((0m, 100m, 0m), (coupon.GetProperty("discountCounter").GetDecimal(), coupon.GetProperty("discountRemainder").GetDecimal(), coupon.GetProperty("reservationCounter").GetDecimal()));
    }

    private static (long Used, decimal Granted) Counters(JsonElement reply) =>
        (reply.GetProperty("coupons")[0].GetProperty("usageCounter").GetInt64(), reply.GetProperty("coupons")[0].GetProperty("discountCounter").GetDecimal());
}
