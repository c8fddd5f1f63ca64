using System.Text.Json;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Server.Tests;

public sealed class TutorialSetupTests
{
    [Fact]
    public async Task The_set_up_of_the_tutorial_works()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        var key = await world.PostAsync($"{application}/apikeys", """{"title":"web","expires":"2999-01-01T00:00:00Z"}""");
        await world.PostAsync("/v1/attributes", """{"entity":"CustomerSession","name":"shippingCity","title":"Shipping city","type":"string","description":"","suggestions":[],"editable":true}""");
        var campaign = await world.CampaignAsync(application);

        var ruleset = await world.PostAsync(
            $"{campaign}/rulesets",
            """{"rules":[{"title":"20 % off","condition":["and",["couponValid"]],"effects":[["setDiscount","20 % off",["*",[".","Session","Total"],0.2]]]}],"bindings":[],"activate":true}""");

        Assert.Equal(ManagementWorld.Id(ruleset), (await world.GetAsync(campaign)).GetProperty("activeRulesetId").GetRawText());
        Assert.Equal("0.2", ruleset.GetProperty("rules")[0].GetProperty("effects")[0][2][2].GetRawText());
        var caller = await new Authenticator(world.Account.Configurations, TimeProvider.System).IntegrationAsync("ApiKey-v1 " + key.GetProperty("key").GetString());
        var configuration = world.Account.Configurations.Current.For(caller.ApplicationId);
        Assert.NotNull(configuration.Attributes.Find(AttributeEntity.CustomerSession, "shippingCity"));
        Assert.Single(configuration.Engine.Campaigns);
    }

    [Fact]
    public async Task A_key_is_shown_once_and_never_again()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        var key = await world.PostAsync($"{application}/apikeys", """{"title":"web","expires":"2999-01-01T00:00:00Z","type":"staging","timeOffset":5}""");

        var listed = Assert.Single((await world.GetAsync($"{application}/apikeys")).GetProperty("data").EnumerateArray());

        Assert.False(listed.TryGetProperty("key", out _));
        Assert.False(listed.TryGetProperty("secretHash", out _));
        await world.DeleteAsync($"{application}/apikeys/{ManagementWorld.Id(key)}");
        Assert.Empty((await world.GetAsync($"{application}/apikeys")).GetProperty("data").EnumerateArray());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ManagementKey-v1 wrong-key-wrong-key")]
    [InlineData("Bearer management-key-of-the-tests")]
    [InlineData("ApiKey-v1 management-key-of-the-tests")]
    public async Task Only_a_management_key_sets_up(string? key)
    {
        var world = await ManagementWorld.CreateAsync();

        var refusal = await world.SendAsync("GET", "/v1/applications", null, 401, key: key);

        Assert.Equal(401, refusal.GetProperty("StatusCode").GetInt32());
    }

    [Fact]
    public async Task An_integration_key_does_not_set_up()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        var key = (await world.PostAsync($"{application}/apikeys", """{"title":"web","expires":"2999-01-01T00:00:00Z"}""")).GetProperty("key").GetString();

        await world.SendAsync("GET", "/v1/applications", null, 401, key: "ApiKey-v1 " + key);
        await world.SendAsync("GET", "/v1/applications", null, 401, key: "ManagementKey-v1 " + key);
    }

    [Fact]
    public async Task Numbers_come_back_as_they_were_written()
    {
        var world = await ManagementWorld.CreateAsync();

        var application = await world.GetAsync(await world.ApplicationAsync(""","limits":[{"action":"setDiscount","limit":10.50,"entities":[]},{"action":"redeemCoupon","limit":5,"period":"daily","entities":["Profile"]}]"""));

        Assert.Equal(
            """[{"action":"setDiscount","limit":10.50,"entities":[]},{"action":"redeemCoupon","limit":5,"period":"daily","entities":["Profile"]}]""",
            JsonSerializer.Serialize(application.GetProperty("limits")));
    }
}
