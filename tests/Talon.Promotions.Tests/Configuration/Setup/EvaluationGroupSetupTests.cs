using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

public sealed class EvaluationGroupSetupTests
{
    private static readonly EvaluationGroupInput Best = new() { Name = "best", EvaluationMode = EvaluationMode.HighestDiscount };

    [Fact]
    public async Task Groups_nest_two_levels_deep()
    {
        var world = await SetupWorld.CreateAsync();
        var outer = await CreateAsync(world, Best);
        var inner = await CreateAsync(world, Best with { ParentId = outer.Id });

        Assert.Equal(["/parentId Invalid"], await SetupWorld.RefusedAsync(() => CreateAsync(world, Best with { ParentId = inner.Id })));
        Assert.Equal(["/parentId Invalid"], await SetupWorld.RefusedAsync(() => UpdateAsync(world, outer, Best with { ParentId = outer.Id })));
        Assert.Equal(["/parentId Invalid"], await SetupWorld.RefusedAsync(() => UpdateAsync(world, outer, Best with { ParentId = inner.Id })));
        Assert.Equal(["/parentId Unknown"], await SetupWorld.RefusedAsync(() => CreateAsync(world, Best with { ParentId = 99 })));
    }

    [Fact]
    public async Task A_group_with_members_is_not_deleted()
    {
        var world = await SetupWorld.CreateAsync();
        var group = await CreateAsync(world, Best);
        var campaign = await world.CampaignAsync(SetupWorld.Plain with { EvaluationGroupId = group.Id });

        await Assert.ThrowsAsync<ConflictException>(() => world.Setup.EvaluationGroups.DeleteAsync(world.Application.Id, group.Id));
        await world.Setup.Campaigns.DeleteAsync(world.Application.Id, campaign.Id);
        await world.Setup.EvaluationGroups.DeleteAsync(world.Application.Id, group.Id);
    }

    [Fact]
    public async Task The_base_group_stays_stackable_and_stays()
    {
        var world = await SetupWorld.CreateAsync();
        var root = world.Configuration.EvaluationGroups.Single();

        Assert.Equal(["/evaluationMode Invalid"], await SetupWorld.RefusedAsync(() => UpdateAsync(world, root, Best)));
        await UpdateAsync(world, root, Best with { Name = "All", EvaluationMode = EvaluationMode.Stackable, ParentId = root.Id });
        await Assert.ThrowsAsync<ConflictException>(() => world.Setup.EvaluationGroups.DeleteAsync(world.Application.Id, root.Id));

        Assert.Equal(("All", null), (world.Configuration.EvaluationGroups.Single().Name, world.Configuration.EvaluationGroups.Single().ParentId));
    }

    [Fact]
    public async Task A_locked_group_is_unlocked_before_it_changes()
    {
        var world = await SetupWorld.CreateAsync();
        var group = await CreateAsync(world, Best with { Locked = true });

        Assert.Equal(["/locked Invalid"], await SetupWorld.RefusedAsync(() => UpdateAsync(world, group, Best with { Name = "other", Locked = true })));
        Assert.Equal("other", (await UpdateAsync(world, group, Best with { Name = "other" })).Name);
    }

    private static Task<EvaluationGroup> CreateAsync(SetupWorld world, EvaluationGroupInput input) =>
        world.Setup.EvaluationGroups.CreateAsync(world.Application.Id, input);

    private static Task<EvaluationGroup> UpdateAsync(SetupWorld world, EvaluationGroup group, EvaluationGroupInput input) =>
        world.Setup.EvaluationGroups.UpdateAsync(world.Application.Id, group.Id, input);
}
