using Talon.Http;

namespace Talon.Server.Tests;

public sealed class ListTests
{
    /// <summary>Lists that have their bounds otherwise: a span of time, and what is asked for by name.</summary>
    private static readonly string[] Bounded = ["getCampaignAnalytics", "getAudiencesAnalytics"];

    public static TheoryData<string> Lists =>
    [
        .. from operation in OperationTable.All
           where operation.Method == "GET" && operation.Authentication == Authentication.ManagementKey && !Bounded.Contains(operation.OperationId)
           where operation.Answers.Any(answer => answer.Schema is ObjectSchema schema && schema.Properties.Any(property => property is { Name: "data", Schema: ArraySchema }))
           select operation.OperationId,
    ];

    [Theory]
    [InlineData("/webhooks?applicationIds=1", 1)]
    [InlineData("/webhooks?applicationIds=2", 0)]
    [InlineData("/webhooks?creationType=webhooks&visibility=visible", 1)]
    [InlineData("/webhooks?creationType=templateWebhooks", 0)]
    [InlineData("/webhooks?visibility=hidden", 0)]
    [InlineData("/webhooks?outgoingIntegrationsTypeId=3", 0)]
    [InlineData("/applications/1/campaigns?tags=A", 1)]
    [InlineData("/applications/1/campaigns?tags=b", 0)]
    [InlineData("/applications/1/campaigns?templateId=1", 0)]
    [InlineData("/attributes?kind=custom&entity=LoyaltyCard&loyaltyProgramIds=7", 1)]
    [InlineData("/event_types?includeOldVersions=true", 0)]
    public async Task A_published_filter_does_what_it_says(string target, int expected)
    {
        var world = await ManagementWorld.CreateAsync();
        await world.CampaignAsync(await world.ApplicationAsync());
        await world.ApplicationAsync();
        await world.PostAsync("/v1/webhooks", """{"title":"w","applicationIds":[1],"draft":false,"verb":"POST","url":"https://shop.example","headers":[],"params":[],"enabled":true}""");
        await world.PostAsync("/v1/attributes", """{"entity":"LoyaltyCard","name":"colour","title":"Colour","type":"string","description":"","suggestions":[],"editable":true}""");

        Assert.Equal(expected, (await world.GetAsync("/v1" + target)).GetProperty("totalResultSize").GetInt32());
    }

    [Fact]
    public async Task A_campaign_names_its_value_maps()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        var campaign = await world.CampaignAsync(application);
        await world.CampaignAsync(application);
        var map = await world.PostAsync($"{campaign}/value_maps", """{"name":"prices","entries":{"a":1}}""");

        var listed = (await world.GetAsync($"{application}/campaigns")).GetProperty("data").EnumerateArray().Select(one => one.GetProperty("valueMapsIds").GetRawText());

        Assert.Equal([$"[{ManagementWorld.Id(map)}]", "[]"], listed);
    }

    [Fact]
    public async Task Programmes_filter_the_attributes_of_cards_only()
    {
        var refusal = await (await ManagementWorld.CreateAsync()).GetAsync("/v1/attributes?loyaltyProgramIds=7", 400);

        Assert.Equal("loyaltyProgramIds Invalid", Assert.Single(ManagementWorld.Problems(refusal)));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_list_pages(string operationId)
    {
        var operation = OperationTable.All.Single(one => one.OperationId == operationId);

        Assert.Contains(operation.Parameters, parameter => parameter.Name == "pageSize");
        Assert.Contains(operation.Parameters, parameter => parameter.Name == "skip");
    }
}
