using System.Globalization;
using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class RedemptionTests(ServerFixture server)
{
    private const string Discount = """[["setDiscount","10 off",10]]""";

    [Fact]
    public async Task A_referral_is_accepted_counted_on_close_and_rolled_back_on_cancel()
    {
        var shop = await server.CreateShopAsync();
        var code = await ReferAsync(shop, await CampaignAsync(shop));
        var (friend, session) = (Shop.NewId("friend"), Shop.NewId());

        var open = await PutAsync(shop, session, code, friend, "open");
        var closed = await PutAsync(shop, session, code, friend);

        Assert.Equal(["acceptReferral", "setDiscount"], open.EffectTypes);
        Assert.Equal(code, LoyaltyShop.Text(open.Props("acceptReferral"), "value"));
        Assert.Equal(0, open.Json.GetProperty("referral").GetProperty("usageCounter").GetInt32());
        Assert.Equal(1, closed.Json.GetProperty("referral").GetProperty("usageCounter").GetInt32());
        Assert.Equal([friend], closed.Json.GetProperty("referral").GetProperty("referredCustomers").EnumerateArray().Select(customer => customer.GetString()));
        var cancelled = (await shop.PutSessionAsync(session, "\"state\":\"cancelled\"")).Expect(200);
        Assert.Equal(code, LoyaltyShop.Text(cancelled.Props("rollbackReferral"), "value"));
        await Eventually.EqualAsync(true, async () => (await PutAsync(shop, Shop.NewId(), code, friend)).EffectTypes.Contains("acceptReferral"));
    }

    [Fact]
    public async Task A_rule_creates_a_referral_that_stands_in_the_answer()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await CampaignAsync(shop);
        await shop.CreateCampaignAsync("""[">",[".","Session","Total"],0]""", $$"""[["createReferral",{{campaign}},{"usageLimit":3}]]""");
        var advocate = Shop.NewId("advocate");

        var reply = await PutAsync(shop, Shop.NewId(), "", advocate);

        var created = Assert.Single(reply.Json.GetProperty("createdReferrals").EnumerateArray());
        Assert.Equal((LoyaltyShop.Text(created, "code"), advocate, 3), (LoyaltyShop.Text(reply.Props("referralCreated"), "value"), LoyaltyShop.Text(created, "advocateProfileIntegrationId"), created.GetProperty("usageLimit").GetInt32()));
        Assert.Contains("acceptReferral", (await PutAsync(shop, Shop.NewId(), LoyaltyShop.Text(created, "code"), Shop.NewId("friend"))).EffectTypes);
    }

    [Theory]
    [InlineData("ReferralStartDateInFuture", ",\"startDate\":\"2999-01-01T00:00:00Z\"")]
    [InlineData("ReferralExpired", ",\"expiryDate\":\"2020-01-01T00:00:00Z\"")]
    [InlineData("ReferralRecipientDoesNotMatch", ",\"friendProfileIntegrationId\":\"somebody else\"")]
    public async Task What_a_referral_says_of_itself_rejects_it(string reason, string more)
    {
        var shop = await server.CreateShopAsync();
        var code = await ReferAsync(shop, await CampaignAsync(shop), more);

        await AssertRejectedAsync(shop, code, reason);
    }

    [Theory]
    [InlineData("CampaignLimitReached", """{"action":"redeemReferral","limit":0,"entities":[]}""")]
    [InlineData("ProfileLimitReached", """{"action":"redeemReferral","limit":0,"entities":["Profile"]}""")]
    [InlineData("EffectCouldNotBeApplied", """{"action":"setDiscount","limit":1,"entities":[]}""")]
    public async Task Budgets_reject_a_referral(string reason, string limit)
    {
        var shop = await server.CreateShopAsync();
        var code = await ReferAsync(shop, await CampaignAsync(shop, limits: limit));

        await AssertRejectedAsync(shop, code, reason);
    }

    [Fact]
    public async Task Campaigns_and_conditions_reject_a_referral()
    {
        var shop = await server.CreateShopAsync();
        var disabled = await shop.CreateCampaignAsync("""["referralValid"]""", Discount, "disabled");
        var strict = await CampaignAsync(shop, """["and",["referralValid"],[">",[".","Session","Total"],1000]]""");

        await AssertRejectedAsync(shop, "NOBODY", "ReferralNotFound");
        await AssertRejectedAsync(shop, await ReferAsync(shop, disabled), "ReferralPartOfNotRunningCampaign");
        await AssertRejectedAsync(shop, await ReferAsync(shop, strict), "ReferralRejectedByCondition");
    }

    [Fact]
    public async Task A_campaign_that_loses_in_its_group_rejects_its_referral()
    {
        var shop = await server.CreateShopAsync();
        var application = string.Create(CultureInfo.InvariantCulture, $"/v1/applications/{shop.Id}");
        var group = (await server.Management.PostAsync($"{application}/evaluation_groups", """{"name":"first","evaluationMode":"listOrder"}""")).Expect(201).Json.GetProperty("id").GetInt64();
        await CampaignAsync(shop, """[">",[".","Session","Total"],0]""", more: string.Create(CultureInfo.InvariantCulture, $",\"evaluationGroupId\":{group}"));
        var second = await CampaignAsync(shop, more: string.Create(CultureInfo.InvariantCulture, $",\"evaluationGroupId\":{group}"));

        await AssertRejectedAsync(shop, await ReferAsync(shop, second), "ReferralPartOfNotTriggeredCampaign");
    }

    [Fact]
    public async Task Who_they_are_rejects_a_referral()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await CampaignAsync(shop);
        var advocate = Shop.NewId("advocate");
        var code = await ReferAsync(shop, campaign, advocate: advocate);
        var other = await ReferAsync(shop, campaign);
        var friend = Shop.NewId("friend");
        await PutAsync(shop, Shop.NewId(), code, friend);
        var limited = await ReferAsync(shop, campaign, ",\"usageLimit\":1");
        await PutAsync(shop, Shop.NewId(), limited, Shop.NewId("friend"));
        await ImportAsync(shop, campaign, "IMPORTED1", Shop.NewId("nobody"));

        await AssertRejectedAsync(shop, code, "ReferralRecipientIdSameAsAdvocate", advocate);
        await AssertRejectedAsync(shop, other, "ReferralCustomerAlreadyReferred", friend);
        await AssertRejectedAsync(shop, limited, "ReferralLimitReached");
        await AssertRejectedAsync(shop, "IMPORTED1", "AdvocateNotFound");
    }

    [Fact]
    public async Task Of_many_friends_at_once_as_many_redeem_as_the_limit_says()
    {
        var shop = await server.CreateShopAsync();
        var code = await ReferAsync(shop, await CampaignAsync(shop), ",\"usageLimit\":5");

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PutAsync(shop, Shop.NewId(), code, Shop.NewId("friend"))));

        Assert.Equal(5, replies.Count(reply => reply.EffectTypes.Contains("acceptReferral")));
        Assert.All(replies.Where(reply => reply.EffectTypes.Contains("rejectReferral")), reply => Assert.Equal("ReferralLimitReached", LoyaltyShop.Text(reply.Props("rejectReferral"), "rejectionReason")));
    }

    private static async Task AssertRejectedAsync(Shop shop, string code, string reason, string? friend = null)
    {
        foreach (var state in new[] { "open", "closed" })
        {
            var props = (await PutAsync(shop, Shop.NewId(), code, friend ?? Shop.NewId("friend"), state)).Props("rejectReferral");
            Assert.Equal((reason, code), (LoyaltyShop.Text(props, "rejectionReason"), LoyaltyShop.Text(props, "value")));
        }
    }

    private static async Task<Reply> PutAsync(Shop shop, string session, string code, string friend, string state = "closed") =>
        (await shop.PutSessionAsync(session, $"{Shop.Cart},\"profileId\":\"{friend}\",\"referralCode\":\"{code}\",\"state\":\"{state}\"", more: ",\"responseContent\":[\"referral\"]")).Expect(200);

    private static async Task<string> ReferAsync(Shop shop, long campaign, string more = "", string? advocate = null)
    {
        var limit = more.Contains("usageLimit", StringComparison.Ordinal) ? "" : ",\"usageLimit\":0";
        var body = $$"""{"campaignId":{{campaign}},"advocateProfileIntegrationId":"{{advocate ?? Shop.NewId("advocate")}}"{{limit}}{{more}}}""";
        return LoyaltyShop.Text((await shop.Api.PostAsync("/v1/referrals", body)).Expect(201).Json, "code");
    }

    private async Task<long> CampaignAsync(Shop shop, string condition = """["referralValid"]""", string limits = "", string more = "")
    {
        var campaigns = string.Create(CultureInfo.InvariantCulture, $"/v1/applications/{shop.Id}/campaigns");
        var id = (await server.Management.PostAsync(campaigns, $$"""{"name":"Friends","state":"enabled","tags":[],"features":["referrals"],"limits":[{{limits}}]{{more}}}""")).Expect(201).Json.GetProperty("id").GetInt64();
        (await server.Management.PostAsync(
            string.Create(CultureInfo.InvariantCulture, $"{campaigns}/{id}/rulesets"),
            $$"""{"rules":[{"title":"The rule","condition":{{condition}},"effects":{{Discount}}}],"bindings":[],"activate":true}""")).Expect(201);
        return id;
    }

    private async Task ImportAsync(Shop shop, long campaign, string code, string advocate)
    {
        using var file = new StringContent($"code,advocateprofileintegrationid\n{code},{advocate}");
        using var request = new HttpRequestMessage(HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"{server.BaseUrl}/v1/applications/{shop.Id}/campaigns/{campaign}/import_referrals")) { Content = file };
        request.Headers.TryAddWithoutValidation("Authorization", $"ManagementKey-v1 {ServerFixture.ManagementKey}");
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetRawText());
    }
}
