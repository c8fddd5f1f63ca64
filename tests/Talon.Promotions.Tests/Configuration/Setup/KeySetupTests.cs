namespace Talon.Promotions.Tests;

public sealed class KeySetupTests
{
    [Fact]
    public async Task A_new_key_opens_its_application_until_it_is_revoked()
    {
        var world = await SetupWorld.CreateAsync();
        var authenticator = new Authenticator(world.Setup.Configurations, world.Clock);

        var made = await world.Setup.ApiKeys.CreateAsync(world.Application.Id, new() { Title = "web", Expires = Sample.Now.AddDays(1), TimeOffset = 1_000_000_000 }, SetupWorld.Actor);

        var found = await authenticator.IntegrationAsync("ApiKey-v1 " + made.Secret);
        Assert.Equal((world.Application.Id, TimeSpan.FromSeconds(1)), (found.ApplicationId, found.ClockOffset));
        Assert.DoesNotContain(made.Secret[11..], found.ToString(), StringComparison.Ordinal);
        await world.Setup.ApiKeys.DeleteAsync(world.Application.Id, made.Key.Id);
        await Assert.ThrowsAsync<UnauthorizedException>(() => authenticator.IntegrationAsync("ApiKey-v1 " + made.Secret).AsTask());
    }

    [Fact]
    public async Task A_key_that_has_expired_already_is_refused()
    {
        var world = await SetupWorld.CreateAsync();

        var problems = await SetupWorld.RefusedAsync(() => world.Setup.ApiKeys.CreateAsync(world.Application.Id, new() { Title = "web", Expires = Sample.Now }, SetupWorld.Actor));

        Assert.Equal(["/expires Invalid"], problems);
    }

    [Fact]
    public async Task Without_a_choice_the_first_start_makes_a_management_key_and_later_ones_keep_it()
    {
        var world = await SetupWorld.CreateAsync();
        var authenticator = new Authenticator(world.Setup.Configurations, world.Clock);

        var made = await world.Setup.ManagementKeys.BootstrapAsync(null);

        Assert.NotNull(made);
        Assert.Null(await world.Setup.ManagementKeys.BootstrapAsync(null));
        Assert.Equal(ManagementKey.BootstrapId, (await authenticator.ManagementAsync("ManagementKey-v1 " + made)).Id);
    }

    [Fact]
    public async Task The_operators_choice_replaces_the_management_key_and_the_same_choice_writes_nothing()
    {
        var world = await SetupWorld.CreateAsync();
        var authenticator = new Authenticator(world.Setup.Configurations, world.Clock);
        var made = await world.Setup.ManagementKeys.BootstrapAsync(null);

        Assert.Null(await world.Setup.ManagementKeys.BootstrapAsync("correct horse battery"));
        var version = world.Configuration.Version;
        Assert.Null(await world.Setup.ManagementKeys.BootstrapAsync("correct horse battery"));

        Assert.Equal(version, world.Configuration.Version);
        await authenticator.ManagementAsync("ManagementKey-v1 correct horse battery");
        await Assert.ThrowsAsync<UnauthorizedException>(() => authenticator.ManagementAsync("ManagementKey-v1 " + made).AsTask());
    }
}
