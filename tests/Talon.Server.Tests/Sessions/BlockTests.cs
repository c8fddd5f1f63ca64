namespace Talon.Server.Tests;

/// <summary>The optional blocks of an answer; the shapes are checked by <see cref="AnswerChecker"/>.</summary>
public sealed class BlockTests(ServerFixture server)
{
    private const string All =
        """
        ,"responseContent":["customerSession","customerProfile","coupons","triggeredCampaigns","referral","loyalty","event","awardedGiveaways","ruleFailureReasons","previousReturns","campaignEligibility","achievements"]
        """;

    [Fact]
    public async Task Eligibility_is_answered_on_dry_requests_only()
    {
        const string eligibility = ",\"responseContent\":[\"campaignEligibility\"]";
        var shop = await server.CreateShopAsync();
        await shop.CreateCampaignAsync("""["and",true]""");
        Assert.True((await shop.PutSessionAsync("s", Shop.Cart, "?dry=true", eligibility)).Expect(200).Json.TryGetProperty("campaignEligibility", out _));
        Assert.False((await shop.PutSessionAsync("s", Shop.Cart, more: eligibility)).Expect(200).Json.TryGetProperty("campaignEligibility", out _));
    }

    [Fact]
    public async Task A_session_that_is_not_there_cannot_be_read_or_reopened()
    {
        var shop = await server.CreateShopAsync();
        (await shop.Api.GetAsync("/v2/customer_sessions/nosuch")).Expect(404);
        (await shop.Api.SendAsync("PUT", "/v2/customer_sessions/nosuch/reopen")).Expect(404);
    }
}
