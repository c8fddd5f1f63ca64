namespace Talon.Server.Tests;

public sealed class ProfileUpdateTests(ServerFixture server)
{
    private const string Attributes = "\"attributes\":{\"Name\":\"Anthony Ray\",\"ShippingCity\":\"Seattle\",\"ShippingRegion\":\"Washington\"}";

    private const string All =
        """
        ,"responseContent":["customerProfile","triggeredCampaigns","loyalty","event","awardedGiveaways","ruleFailureReasons","campaignEligibility","achievements"]
        """;

    [Fact]
    public async Task Without_the_rules_there_are_no_effects()
    {
        var shop = await server.CreateShopAsync();
        await shop.CreateCampaignAsync("""["and",true]""");
        var reply = await shop.Api.PutAsync($"/v2/customer_profiles/{Shop.NewId()}", $"{{{Attributes}}}");
        Assert.Equal("""{"effects":[],"createdCoupons":[],"createdReferrals":[]}""", reply.Expect(200).Text);
    }

    [Fact]
    public async Task ResponseContent_needs_the_rules()
    {
        var shop = await server.CreateShopAsync();
        var reply = await shop.Api.PutAsync("/v2/customer_profiles/p", """{"responseContent":["customerProfile"]}""");
        Assert.Equal(["/responseContent"], reply.Expect(400).Places);
        Assert.Equal(400, reply.Json.GetProperty("StatusCode").GetInt32());
    }

    [Fact]
    public async Task With_the_rules_the_campaign_answers_and_the_profile_is_stored()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync("""["and",["=",[".","Profile","ShippingCity"],"Seattle"]]""", """[["showNotification","Info","Hello","You"]]""");
        var path = $"/v2/customer_profiles/{Shop.NewId()}?runRuleEngine=true";
        var reply = (await shop.Api.PutAsync(path, $"{{{Attributes}{All}}}")).Expect(200);
        Assert.Equal(["showNotification"], reply.EffectTypes);
        Assert.Equal(campaign, reply.Json.GetProperty("triggeredCampaigns")[0].GetProperty("id").GetInt64());
        Assert.Equal("talon_profile_created", reply.Json.GetProperty("event").GetProperty("type").GetString());
        var again = (await shop.Api.PutAsync(path, $$"""{"attributes":{"Name":"A. Ray"}{{All}}}""")).Expect(200).Json;
        Assert.Equal("talon_profile_updated", again.GetProperty("event").GetProperty("type").GetString());
        var stored = again.GetProperty("customerProfile").GetProperty("attributes");
        Assert.Equal("A. Ray", stored.GetProperty("Name").GetString());
        Assert.Equal("Washington", stored.GetProperty("ShippingRegion").GetString());
    }

    [Fact]
    public async Task Problems_are_reported_at_once()
    {
        var shop = await server.CreateShopAsync();
        var reply = await shop.Api.PutAsync(
            "/v2/customer_profiles/p?runRuleEngine=maybe",
            """{"attributes":{"MyAttribute":1,"Name":false},"audiencesChanges":{"adds":["x"]}}""");
        Assert.Equal(
            ["/attributes/MyAttribute", "/attributes/Name", "/audiencesChanges/adds/0", "/audiencesChanges/deletes", "runRuleEngine"],
            reply.Expect(400).Places.Order(StringComparer.Ordinal));
    }
}
