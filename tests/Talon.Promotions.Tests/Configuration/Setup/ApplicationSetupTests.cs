using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

public sealed class ApplicationSetupTests
{
    [Fact]
    public async Task A_new_application_has_a_stackable_base_group_for_its_campaigns()
    {
        var world = await SetupWorld.CreateAsync();

        var group = Assert.Single(world.Configuration.EvaluationGroups);
        Assert.Equal(group.Id, world.Application.DefaultEvaluationGroupId);
        Assert.Equal((EvaluationMode.Stackable, null, world.Application.Id), (group.EvaluationMode, group.ParentId, group.ApplicationId));
        Assert.Equal("Europe/Berlin", world.Configuration.For(world.Application.Id).Settings.TimeZone.Id);
    }

    [Fact]
    public async Task Every_problem_of_an_application_is_reported_at_once()
    {
        var world = await SetupWorld.CreateAsync();

        var problems = await SetupWorld.RefusedAsync(() => world.Setup.Applications.CreateAsync(new()
        {
            Name = "x",
            Timezone = "Mars/Olympus",
            Currency = "euro",
            Limits = [SetupWorld.Limit("setDiscount", 1), SetupWorld.Limit("setDiscount", 2), SetupWorld.Limit("fly", 1, null, "Profile", "Profile")],
            Attributes = SetupWorld.Json("""{"x": 1}"""),
            AttributesSettings = new(new(Campaigns: ["y"])),
            DefaultEvaluationGroupId = 99,
        }));

        Assert.Equal(
            [
                "/timezone Invalid", "/currency Invalid", "/limits/1 Invalid", "/limits/2/action enum", "/limits/2/entities Invalid",
                "/attributes/x Unknown", "/attributesSettings/mandatory/campaigns/0 Unknown", "/defaultEvaluationGroupId Unknown",
            ],
            problems);
        Assert.Single(world.Configuration.Applications);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("/etc/passwd")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("Europe")]
    [InlineData("UTC\0")]
    [InlineData("europe/berlin ")]
    [InlineData("W. Europe Standard Time")]
    public async Task Only_an_iana_time_zone_is_a_time_zone(string zone)
    {
        var world = await SetupWorld.CreateAsync();

        Assert.Equal(["/timezone Invalid"], await SetupWorld.RefusedAsync(() => world.Setup.Applications.CreateAsync(SetupWorld.Shop with { Timezone = zone })));
    }

    [Fact]
    public async Task A_time_zone_of_any_length_is_refused_in_peace()
    {
        var world = await SetupWorld.CreateAsync();

        await SetupWorld.RefusedAsync(() => world.Setup.Applications.CreateAsync(SetupWorld.Shop with { Timezone = new string('x', 100_000) }));
    }

    [Fact]
    public async Task An_update_replaces_the_settings_and_keeps_the_identity()
    {
        var world = await SetupWorld.CreateAsync(SetupWorld.Shop with { Description = "old", EnablePartialDiscounts = true });
        world.Clock.Advance(TimeSpan.FromHours(1));

        var updated = await world.Setup.Applications.UpdateAsync(world.Application.Id, SetupWorld.Shop with { Currency = "JPY", EnableCascadingDiscounts = true });

        Assert.Equal(
            world.Application with { Description = null, EnablePartialDiscounts = null, EnableCascadingDiscounts = true, Currency = "JPY", Modified = Sample.Now.AddHours(1), Limits = updated.Limits },
            updated);
        Assert.True(world.Configuration.For(updated.Id).Settings.CascadingDiscounts);
    }

    [Fact]
    public async Task A_code_is_stored_in_the_case_that_the_application_says()
    {
        var world = await SetupWorld.CreateAsync(SetupWorld.Shop with { CaseSensitivity = CaseSensitivity.InsensitiveUppercase });

        Assert.Equal("XMAS20", world.Application.NormalizeCode("xmas20"));
        Assert.Equal("xMas20", (world.Application with { CaseSensitivity = null }).NormalizeCode("xMas20"));
    }

    [Fact]
    public async Task An_application_that_is_not_there_is_not_found()
    {
        var world = await SetupWorld.CreateAsync();

        await Assert.ThrowsAsync<NotFoundException>(() => world.Setup.Applications.UpdateAsync(77, SetupWorld.Shop));
    }
}
