namespace Talon.Server.Tests;

public sealed class RefusalTests
{
    [Fact]
    public async Task A_ruleset_that_does_not_compile_is_refused_at_the_element()
    {
        var world = await ManagementWorld.CreateAsync();
        var campaign = await world.CampaignAsync(await world.ApplicationAsync());

        var refusal = await world.PostAsync($"{campaign}/rulesets", ManagementWorld.Ruleset("""["and",["couponValid"],[">","a",1]]"""), 400);

        Assert.StartsWith("/rules/0/condition/2", Assert.Single(ManagementWorld.Problems(refusal)), StringComparison.Ordinal);
        Assert.Equal(0, (await world.GetAsync($"{campaign}/rulesets")).GetProperty("totalResultSize").GetInt32());
    }

    [Fact]
    public async Task Problems_of_shape_are_reported_together()
    {
        var world = await ManagementWorld.CreateAsync();

        var refusal = await world.PostAsync("/v1/attributes", """{"entity":"Nothing","name":"9x","title":7,"type":"string","suggestions":[""]}""", 400);

        Assert.Equal(
            ["/entity enum", "/name pattern", "/title Invalid type", "/description required", "/suggestions/0 minLength", "/editable required"],
            ManagementWorld.Problems(refusal));
    }

    [Fact]
    public async Task Undefined_attributes_are_reported_besides_problems_of_shape()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();

        var refusal = await world.PostAsync($"{application}/stores", """{"name":"","description":"","attributes":{"x":1}}""", 400);

        Assert.Equal(["/name minLength", "/integrationId required", "/attributes/x Unknown"], ManagementWorld.Problems(refusal));
    }

    [Theory]
    [InlineData("/v1/applications/99")]
    [InlineData("/v1/applications/99/campaigns")]
    [InlineData("/v1/applications/99/apikeys")]
    [InlineData("/v1/applications/99/stores")]
    [InlineData("/v1/applications/99/evaluation_groups")]
    [InlineData("/v1/applications/99/collections")]
    [InlineData("/v1/applications/1/campaigns/99")]
    [InlineData("/v1/applications/1/campaigns/99/rulesets")]
    [InlineData("/v1/applications/1/campaigns/99/collections")]
    [InlineData("/v1/applications/1/campaigns/99/value_maps")]
    [InlineData("/v1/attributes/9999")]
    [InlineData("/v1/additional_costs/99")]
    [InlineData("/v1/custom_effects/99")]
    [InlineData("/v1/collections/99")]
    [InlineData("/v1/collections/99/items")]
    public async Task What_is_not_there_is_not_found(string target)
    {
        var world = await ManagementWorld.CreateAsync();
        await world.ApplicationAsync();

        await world.GetAsync(target, 404);
    }

    [Theory]
    [InlineData(""","restrictedBySuggestions":true,"hasAllowedList":true""", "/restrictedBySuggestions Invalid")]
    [InlineData(""","subscribedCatalogsIds":[7]""", "/subscribedCatalogsIds/0 Unknown")]
    public async Task An_attribute_that_nothing_could_carry_is_refused(string more, string problem)
    {
        var world = await ManagementWorld.CreateAsync();

        var refusal = await world.PostAsync("/v1/attributes", $$"""{"entity":"CartItem","name":"size","title":"Size","type":"string","description":"","suggestions":[],"editable":true{{more}}}""", 400);

        Assert.Equal(problem, Assert.Single(ManagementWorld.Problems(refusal)));
    }

    [Fact]
    public async Task A_taken_name_is_a_conflict()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        (string Target, string Body)[] twice =
        [
            ("/v1/attributes", """{"entity":"Event","eventType":"viewed","name":"x","title":"X","type":"(list number)","description":"","suggestions":["1"],"editable":true}"""),
            ("/v1/additional_costs", """{"name":"shipping","title":"Shipping","description":"","type":"both"}"""),
            ("/v1/event_types", """{"title":"Survey","name":"survey"}"""),
            ("/v1/collections", """{"name":"brands"}"""),
            ("/v1/custom_effects", """{"applicationIds":[],"name":"print","title":"Print","payload":"{}","enabled":true}"""),
            ($"{application}/stores", """{"name":"Mitte","description":"","integrationId":"b1"}"""),
        ];

        foreach (var (target, body) in twice)
        {
            await world.PostAsync(target, body);
            await world.PostAsync(target, body, 409);
        }
    }

    [Fact]
    public async Task A_member_that_is_null_counts_as_left_out()
    {
        var world = await ManagementWorld.CreateAsync();

        await world.PostAsync("/v1/additional_costs", """{"name":"shipping","title":"Shipping","description":"","type":null,"subscribedApplicationsIds":null}""");
        await world.PostAsync("/v1/applications", """{"name":"shop","timezone":"UTC","currency":"EUR","limits":null,"attributes":null,"attributesSettings":{"mandatory":{"campaigns":null}}}""");
    }
}
