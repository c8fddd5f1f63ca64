using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

public sealed class RulesetSetupTests
{
    private const string Broken = """["noSuchFunction", 1]""";
    private const string OnAttribute = """["=", [".", "Session", "city"], "Berlin"]""";

    [Fact]
    public async Task Activating_puts_a_ruleset_in_force()
    {
        var world = await SetupWorld.CreateAsync();
        var campaign = await world.CampaignAsync();

        var first = await CreateAsync(world, campaign, SetupWorld.Rules());
        var second = await CreateAsync(world, campaign, SetupWorld.Rules(activate: false));

        Assert.Equal(first.Id, world.Configuration.Campaigns.Find(campaign.Id)!.ActiveRulesetId);
        Assert.Equal((Sample.Now, null), (first.ActivatedAt, second.ActivatedAt));
        Assert.Empty(world.Configuration.For(world.Application.Id).BrokenCampaigns);
    }

    [Fact]
    public async Task Unless_told_otherwise_only_the_first_ruleset_comes_into_force()
    {
        var world = await SetupWorld.CreateAsync();
        var campaign = await world.CampaignAsync();

        var first = await CreateAsync(world, campaign, SetupWorld.Rules(activate: null));
        await CreateAsync(world, campaign, SetupWorld.Rules(activate: null));

        Assert.Equal(first.Id, world.Configuration.Campaigns.Find(campaign.Id)!.ActiveRulesetId);
    }

    [Fact]
    public async Task What_does_not_compile_is_not_saved_and_the_pointer_leads_to_it()
    {
        var world = await SetupWorld.CreateAsync();
        var campaign = await world.CampaignAsync();

        var problems = await SetupWorld.RefusedAsync(() => CreateAsync(world, campaign, SetupWorld.Rules(Broken, activate: false)));

        Assert.StartsWith("/rules/0/condition", Assert.Single(problems), StringComparison.Ordinal);
        Assert.Empty(world.Configuration.Rulesets);
    }

    [Fact]
    public async Task A_ruleset_in_force_is_not_deleted_and_another_is()
    {
        var world = await SetupWorld.CreateAsync();
        var campaign = await world.CampaignAsync();
        var first = await CreateAsync(world, campaign, SetupWorld.Rules());
        var second = await CreateAsync(world, campaign, SetupWorld.Rules());

        await Assert.ThrowsAsync<ConflictException>(() => world.Setup.Rulesets.DeleteAsync(world.Application.Id, campaign.Id, second.Id));
        await world.Setup.Rulesets.DeleteAsync(world.Application.Id, campaign.Id, first.Id);

        Assert.Equal([second.Id], world.Configuration.Rulesets.Select(r => r.Id));
    }

    [Fact]
    public async Task A_change_that_an_enabled_campaign_could_not_live_with_is_refused()
    {
        var world = await SetupWorld.CreateAsync();
        var attribute = await world.AttributeAsync(AttributeEntity.CustomerSession, "city");
        var campaign = await world.CampaignAsync();
        await CreateAsync(world, campaign, SetupWorld.Rules(OnAttribute));

        var refusal = await Assert.ThrowsAsync<InvalidRequestException>(() => TakeAwayAsync(world, attribute));

        Assert.Contains("\"summer\"", Assert.Single(refusal.Problems).Details, StringComparison.Ordinal);
        Assert.Empty(world.Configuration.Attributes.Find(attribute.Id)!.SubscribedApplicationsIds);
    }

    [Fact]
    public async Task A_campaign_that_can_no_longer_be_evaluated_cannot_be_enabled()
    {
        var world = await SetupWorld.CreateAsync();
        var attribute = await world.AttributeAsync(AttributeEntity.CustomerSession, "city");
        var campaign = await world.CampaignAsync(SetupWorld.Plain with { State = CampaignState.Disabled });
        await CreateAsync(world, campaign, SetupWorld.Rules(OnAttribute));
        await TakeAwayAsync(world, attribute);

        await Assert.ThrowsAsync<InvalidRequestException>(() =>
            world.Setup.Campaigns.UpdateAsync(world.Application.Id, campaign.Id, SetupWorld.Plain with { State = CampaignState.Enabled }, SetupWorld.Actor));

        Assert.Equal([campaign.Id], world.Configuration.For(world.Application.Id).BrokenCampaigns.Select(b => b.CampaignId));
    }

    [Fact]
    public async Task A_campaign_that_an_enabled_one_creates_coupons_in_stays_as_it_is_named()
    {
        var world = await SetupWorld.CreateAsync();
        var (target, other) = (await world.CampaignAsync(SetupWorld.Plain with { Name = "target" }), await world.CampaignAsync());
        var rules = SetupWorld.Rules() with
        {
            Rules = Sample.Json("""[{"title": "rule", "condition": ["couponValid"], "effects": [["createCoupon", "target", {"usageLimit": 1}]]}]"""),
        };
        await CreateAsync(world, other, rules);

        await Assert.ThrowsAsync<InvalidRequestException>(() => world.Setup.Campaigns.DeleteAsync(world.Application.Id, target.Id));
        await Assert.ThrowsAsync<InvalidRequestException>(() =>
            world.Setup.Campaigns.UpdateAsync(world.Application.Id, target.Id, SetupWorld.Plain with { Name = "renamed" }, SetupWorld.Actor));

        Assert.Equal("target", world.Configuration.Campaigns.Find(target.Id)!.Name);
    }

    [Fact]
    public async Task One_changed_campaign_is_compiled_again_and_no_other()
    {
        var world = await SetupWorld.CreateAsync();
        var (one, two) = (await world.CampaignAsync(), await world.CampaignAsync());
        await CreateAsync(world, one, SetupWorld.Rules());
        await CreateAsync(world, two, SetupWorld.Rules("""[">", [".", "Session", "Total"], 100]"""));
        var before = world.Configuration.For(world.Application.Id);
        _ = before.Engine;

        await world.Setup.Campaigns.UpdateAsync(world.Application.Id, one.Id, SetupWorld.Plain with { Name = "renamed" }, SetupWorld.Actor);

        var after = world.Configuration.For(world.Application.Id);
        Assert.NotSame(before.Engine.Find(one.Id), after.Engine.Find(one.Id));
        Assert.Same(before.Engine.Find(two.Id), after.Engine.Find(two.Id));
    }

    private static async Task TakeAwayAsync(SetupWorld world, EntityAttribute attribute)
    {
        var other = await world.Setup.Applications.CreateAsync(SetupWorld.Shop);
        await world.Setup.Attributes.UpdateAsync(attribute.Id, new()
        {
            Entity = attribute.Entity,
            Name = attribute.Name,
            Title = attribute.Title,
            Type = attribute.Type,
            SubscribedApplicationsIds = [other.Id],
        });
    }

    private static Task<Ruleset> CreateAsync(SetupWorld world, Campaign campaign, RulesetInput input) =>
        world.Setup.Rulesets.CreateAsync(world.Application.Id, campaign.Id, input, SetupWorld.Actor);
}
