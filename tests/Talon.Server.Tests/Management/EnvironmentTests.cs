namespace Talon.Server.Tests;

public sealed class EnvironmentTests
{
    [Fact]
    public async Task What_is_connected_to_an_application_is_live_or_sandbox_as_it_is()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync(""","sandbox":false""");
        var id = application.Split('/')[^1];

        string Programme(bool sandbox) => $$"""
            {"name":"p","title":"P","defaultValidity":"unlimited","defaultPending":"immediate","allowSubledger":false,"sandbox":{{(sandbox ? "true" : "false")}},"timezone":"UTC","subscribedApplications":[{{id}}]}
            """;
        Assert.Equal(["/subscribedApplications/0 Invalid"], ManagementWorld.Problems(await world.PostAsync("/v1/loyalty_programs", Programme(true), 400)));
        await world.PostAsync("/v1/giveaways/pools", $$"""{"name":"g","sandbox":true,"subscribedApplicationsIds":[{{id}}]}""", 400);
        await world.PostAsync("/v1/loyalty_programs", Programme(false));

        var refusal = await world.PutAsync(application, """{"name":"shop","timezone":"Europe/Berlin","currency":"EUR","sandbox":true}""", 400);

        Assert.Equal(["/sandbox Invalid"], ManagementWorld.Problems(refusal));
        await world.PutAsync(application, """{"name":"shop","timezone":"Europe/Berlin","currency":"EUR"}""");
    }

    [Theory]
    [InlineData("\"enableCampaignStateManagement\":true", "/enableCampaignStateManagement Invalid")]
    [InlineData("\"defaultCartItemFilterId\":3", "/defaultCartItemFilterId Unknown")]
    public async Task A_setting_that_would_have_no_effect_is_refused(string setting, string problem)
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();

        var created = await world.PostAsync("/v1/applications", $$"""{"name":"other","timezone":"UTC","currency":"EUR",{{setting}}}""", 400);
        var changed = await world.PutAsync(application, $$"""{"name":"shop","timezone":"UTC","currency":"EUR",{{setting}}}""", 400);

        Assert.Equal([problem, problem], ManagementWorld.Problems(created).Concat(ManagementWorld.Problems(changed)));
        await world.PutAsync(application, """{"name":"shop","timezone":"UTC","currency":"EUR","enableCampaignStateManagement":false}""");
    }
}
