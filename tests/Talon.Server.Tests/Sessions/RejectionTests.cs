namespace Talon.Server.Tests;

/// <summary>Every reason for which a coupon is rejected, as a caller gets to see it.</summary>
public sealed class RejectionTests(ServerFixture server)
{
    private const string PerProfile = ""","limits":[{"action":"redeemCoupon","limit":1,"entities":["Profile"]}]""";
    private const string Always = """["and"]""";

    [Fact]
    public async Task An_unknown_code_is_not_found() =>
        await RejectedAsync(await server.CreateShopAsync(), "no-such-code", "CouponNotFound");

    [Theory]
    [InlineData("CouponStartDateInFuture", ",\"startDate\":\"2999-01-01T00:00:00Z\"", "ada")]
    [InlineData("CouponExpired", ",\"expiryDate\":\"2001-01-01T00:00:00Z\"", "ada")]
    [InlineData("CouponRecipientDoesNotMatch", ",\"recipientIntegrationId\":\"somebody else\"", "ada")]
    [InlineData("CouponRecipientDoesNotMatch", ",\"recipientIntegrationId\":\"somebody else\"", "")]
    [InlineData("CouponReservationRequired", ",\"isReservationMandatory\":true", "ada")]
    [InlineData("ProfileRequired", ",\"isReservationMandatory\":true", "")]
    public async Task A_coupon_for_another_customer_or_time_is_rejected_with_its_reason(string reason, string coupon, string customer)
    {
        var shop = await server.CreateShopAsync();
        await shop.CreateCouponAsync(await shop.CreateCampaignAsync(), "the-code", more: coupon);
        await RejectedAsync(shop, "the-code", reason, customer);
    }

    [Theory]
    [InlineData("CouponLimitReached", 1, "", "[]")]
    [InlineData("ProfileLimitReached", 0, PerProfile, "[]")]
    [InlineData("CampaignLimitReached", 0, "", """[{"action":"redeemCoupon","limit":1,"entities":[]}]""")]
    public async Task A_coupon_whose_limit_is_used_up_is_rejected_with_its_reason(string reason, int usageLimit, string coupon, string budgets)
    {
        var shop = await server.CreateShopAsync();
        await shop.CreateCouponAsync(await shop.CreateCampaignAsync(limits: budgets), "the-code", usageLimit, coupon);
        var first = await shop.PutSessionAsync("first", $"{Shop.Cart},\"profileId\":\"ada\",\"couponCodes\":[\"the-code\"],\"state\":\"closed\"");
        Assert.Equal("the-code", first.Expect(200).Props("acceptCoupon").GetProperty("value").GetString());
        await RejectedAsync(shop, "the-code", reason);
    }

    [Theory]
    [InlineData("CouponPartOfNotRunningCampaign", "disabled", "[\"couponValid\"]", "[]")]
    [InlineData("CouponRejectedByCondition", "enabled", "[\"and\",[\"couponValid\"],[\">\",[\".\",\"Session\",\"Total\"],1000]]", "[]")]
    [InlineData("EffectCouldNotBeApplied", "enabled", "[\"couponValid\"]", """[{"action":"setDiscount","limit":1,"entities":[]}]""")]
    public async Task A_coupon_whose_campaign_does_not_apply_is_rejected_with_its_reason(string reason, string state, string condition, string budgets)
    {
        var shop = await server.CreateShopAsync();
        await shop.CreateCouponAsync(await shop.CreateCampaignAsync(condition, state: state, limits: budgets), "the-code");
        await RejectedAsync(shop, "the-code", reason);
    }

    [Fact]
    public async Task A_coupon_whose_campaign_another_one_keeps_out_is_rejected_with_its_reason()
    {
        var shop = await server.CreateShopAsync();
        var group = (await server.Management.PostAsync($"/v1/applications/{shop.Id}/evaluation_groups", """{"name":"one of them","evaluationMode":"listOrder"}""")).Expect(201);
        var inside = FormattableString.Invariant($",\"evaluationGroupId\":{group.Json.GetProperty("id").GetInt64()}");
        await shop.CreateCampaignAsync(Always, more: inside);
        await shop.CreateCouponAsync(await shop.CreateCampaignAsync(more: inside), "the-code");

        var props = await RejectedAsync(shop, "the-code", "CouponPartOfNotTriggeredCampaign");
        Assert.Equal("CampaignIsNotFirst", props.GetProperty("campaignExclusionReason").GetString());
    }

    private static async Task<System.Text.Json.JsonElement> RejectedAsync(Shop shop, string code, string reason, string customer = "ada")
    {
        var reply = await shop.PutSessionAsync("second", $"{Shop.Cart},\"profileId\":\"{customer}\",\"couponCodes\":[\"{code}\"]");
        var props = reply.Expect(200).Props("rejectCoupon");
        Assert.Equal((code, reason), (props.GetProperty("value").GetString(), props.GetProperty("rejectionReason").GetString()));
        Assert.DoesNotContain("acceptCoupon", reply.EffectTypes);
        return props;
    }
}
