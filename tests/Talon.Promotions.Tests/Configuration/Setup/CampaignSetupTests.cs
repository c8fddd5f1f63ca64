using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

public sealed class CampaignSetupTests
{
    [Fact]
    public async Task A_new_campaign_starts_with_the_budgets_of_its_application_besides_its_own()
    {
        var world = await SetupWorld.CreateAsync(SetupWorld.Shop with
        {
            Limits = [SetupWorld.Limit("setDiscount", 100), SetupWorld.Limit("redeemCoupon", 5, null, "Profile")],
        });

        var campaign = await world.CampaignAsync(SetupWorld.Plain with { Limits = [SetupWorld.Limit("setDiscount", 50)] });

        Assert.Equal([("setDiscount", 50m, 1L), ("redeemCoupon", 5m, 2L)], campaign.Limits.Select(l => (l.Action, l.Limit, l.Id!.Value)));
    }

    [Fact]
    public async Task A_limit_keeps_its_id_while_it_stays_the_same_limit_and_ids_are_never_used_again()
    {
        var world = await SetupWorld.CreateAsync();
        var campaign = await world.CampaignAsync(SetupWorld.Plain with { Limits = [SetupWorld.Limit("setDiscount", 50), SetupWorld.Limit("callApi", 1)] });

        var raised = await UpdateAsync(world, campaign, SetupWorld.Plain with { Limits = [SetupWorld.Limit("redeemCoupon", 3), SetupWorld.Limit("setDiscount", 80)] });
        var daily = await UpdateAsync(world, campaign, SetupWorld.Plain with { Limits = [SetupWorld.Limit("setDiscount", 80, "daily"), SetupWorld.Limit("callApi", 1)] });

        Assert.Equal([("redeemCoupon", 3L), ("setDiscount", 1L)], raised.Limits.Select(l => (l.Action, l.Id!.Value)));
        Assert.Equal([("setDiscount", 4L), ("callApi", 5L)], daily.Limits.Select(l => (l.Action, l.Id!.Value)));
    }

    [Fact]
    public async Task Campaigns_are_placed_one_after_the_other_in_the_default_group()
    {
        var world = await SetupWorld.CreateAsync();

        var (first, second) = (await world.CampaignAsync(), await world.CampaignAsync());

        Assert.Equal(world.Application.DefaultEvaluationGroupId, second.EvaluationGroupId);
        Assert.Equal((0, 1), (first.EvaluationPosition, second.EvaluationPosition));
    }

    [Fact]
    public async Task Every_problem_of_a_campaign_is_reported_at_once()
    {
        var world = await SetupWorld.CreateAsync();
        await world.AttributeAsync(AttributeEntity.Campaign, "owner");
        await world.Setup.Applications.UpdateAsync(world.Application.Id, SetupWorld.Shop with { AttributesSettings = new(new(Campaigns: ["owner"])) });

        var problems = await SetupWorld.RefusedAsync(() => world.CampaignAsync(SetupWorld.Plain with
        {
            StartTime = Sample.Now,
            EndTime = Sample.Now,
            Attributes = SetupWorld.Json("""{"x": 1}"""),
            CouponAttributes = SetupWorld.Json("""{"y": 1}"""),
            CouponSettings = new(["A", "BC"], "SALE"),
            ActiveRulesetId = 3,
            EvaluationGroupId = 99,
            LinkedStoreIds = [7],
        }));

        Assert.Equal(
            [
                "/attributes/x Unknown", "/couponAttributes/y Unknown", "/attributes/owner required", "/endTime Invalid", "/couponSettings/couponPattern Invalid",
                "/couponSettings/validCharacters/1 Invalid", "/activeRulesetId Unknown", "/evaluationGroupId Unknown", "/linkedStoreIds/0 Unknown",
            ],
            problems);
        Assert.Empty(world.Configuration.Campaigns);
    }

    [Fact]
    public async Task An_update_clears_what_is_left_out_but_never_turns_the_campaign_off_or_on()
    {
        var world = await SetupWorld.CreateAsync();
        var campaign = await world.CampaignAsync(SetupWorld.Plain with { State = CampaignState.Disabled, StartTime = Sample.Now, Description = "d" });
        var ruleset = await world.Setup.Rulesets.CreateAsync(world.Application.Id, campaign.Id, SetupWorld.Rules(), SetupWorld.Actor);

        var updated = await UpdateAsync(world, campaign, new() { Name = "winter", Tags = ["a"], Limits = [] });

        Assert.Equal((null, "", "winter"), (updated.StartTime, updated.Description, updated.Name));
        Assert.Equal((CampaignState.Disabled, ruleset.Id, campaign.EvaluationGroupId), (updated.State, updated.ActiveRulesetId, updated.EvaluationGroupId));
        Assert.Equal(["coupons"], updated.Features);
    }

    [Fact]
    public async Task A_deleted_campaign_takes_what_belongs_to_it_along()
    {
        var world = await SetupWorld.CreateAsync();
        var campaign = await world.CampaignAsync();
        await world.Setup.Rulesets.CreateAsync(world.Application.Id, campaign.Id, SetupWorld.Rules(), SetupWorld.Actor);
        var owner = new CollectionOwner(world.Application.Id, campaign.Id);
        var collection = await world.Setup.Collections.CreateAsync(owner, new() { Name = "brands" }, SetupWorld.Actor);
        await world.Setup.Collections.ReplaceItemsAsync(owner, collection.Id, ["a"], SetupWorld.Actor);
        await world.Setup.ValueMaps.CreateAsync(world.Application.Id, campaign.Id, new("prices", new Dictionary<string, decimal> { ["a"] = 1 }), SetupWorld.Actor);

        await world.Setup.Campaigns.DeleteAsync(world.Application.Id, campaign.Id);

        var left = world.Configuration;
        Assert.Equal((0, 0, 0, 0, 0), (left.Campaigns.Count, left.Rulesets.Count, left.Collections.Count, left.CollectionItems.Count, left.ValueMaps.Count));
        await Assert.ThrowsAsync<NotFoundException>(() => world.Setup.Campaigns.DeleteAsync(world.Application.Id, campaign.Id));
    }

    [Fact]
    public async Task A_campaign_is_found_only_under_its_own_application()
    {
        var world = await SetupWorld.CreateAsync();
        var other = await world.Setup.Applications.CreateAsync(SetupWorld.Shop);
        var campaign = await world.CampaignAsync();

        Assert.Throws<NotFoundException>(() => world.Configuration.RequireCampaign(other.Id, campaign.Id));
    }

    private static Task<Campaign> UpdateAsync(SetupWorld world, Campaign campaign, CampaignInput input) =>
        world.Setup.Campaigns.UpdateAsync(world.Application.Id, campaign.Id, input, SetupWorld.Actor);
}
