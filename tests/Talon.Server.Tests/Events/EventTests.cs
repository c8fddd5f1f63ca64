using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class EventTests(ServerFixture server)
{
    private const string All =
        """
        ,"responseContent":["customerProfile","triggeredCampaigns","loyalty","event","awardedGiveaways","ruleFailureReasons","achievements"]
        """;

    private const string AllAdvanced =
        """
        ,"responseContent":["customerProfile","triggeredCampaigns","loyalty","advancedEvent","awardedGiveaways","ruleFailureReasons"]
        """;

    [Fact]
    public async Task Silent_is_the_default()
    {
        var (shop, type, _) = await OpenAsync();
        Assert.Equal("", (await shop.Api.PostAsync("/v2/events", $$"""{"profileId":"{{Shop.NewId()}}","type":"{{type}}"}""")).Expect(204).Text);
        Assert.Equal("", (await shop.Api.PostAsync("/v3/events", $$"""{"profileId":"{{Shop.NewId()}}","type":"{{type}}","integrationId":"e"}""")).Expect(204).Text);
    }

    [Fact]
    public async Task Rules_run_on_the_attributes_and_every_block_is_given()
    {
        var (shop, type, attribute) = await OpenAsync();
        var profile = Shop.NewId();
        var body = $$"""{"profileId":"{{profile}}","type":"{{type}}","attributes":{"{{attribute}}":3}{{All}}}""";
        var reply = (await shop.Api.PostAsync("/v2/events?silent=no", body)).Expect(200);
        Assert.Equal(["showNotification"], reply.EffectTypes);
        var happened = reply.Json.GetProperty("event");
        Assert.Equal((type, profile, 3), (happened.GetProperty("type").GetString(), happened.GetProperty("profileId").GetString(), happened.GetProperty("attributes").GetProperty(attribute).GetInt32()));
        Assert.Equal("showNotification", happened.GetProperty("effects")[0][3][0].GetString());
        Assert.Equal(profile, reply.Json.GetProperty("customerProfile").GetProperty("integrationId").GetString());
        Assert.Empty((await shop.Api.PostAsync("/v2/events?silent=no", body.Replace(":3}", ":1}", StringComparison.Ordinal))).Expect(200).EffectTypes);
    }

    [Fact]
    public async Task Problems_are_reported_at_once_and_nothing_is_stored()
    {
        var (shop, type, attribute) = await OpenAsync();
        var reply = await shop.Api.PostAsync(
            "/v2/events?silent=perhaps&forceCompleteEvaluation=true",
            $$"""{"type":"{{type}}","attributes":{"{{attribute}}":"three","other":1},"loyaltyCards":["a","b"]}""");
        Assert.Equal(
            [$"/attributes/{attribute}", "/attributes/other", "/loyaltyCards", "/profileId", "forceCompleteEvaluation", "silent"],
            reply.Expect(400).Places.Order(StringComparer.Ordinal));
        Assert.Equal(["/type"], (await shop.Api.PostAsync("/v2/events", """{"profileId":"p","type":"talon_session_closed"}""")).Expect(400).Places);
        Assert.Equal(["/profileId", "/storeIntegrationId", "/type"], (await shop.Api.PostAsync("/v2/events", """{"profileId":"","type":"unknown","storeIntegrationId":"none"}""")).Expect(400).Places.Order(StringComparer.Ordinal));
        Assert.Equal(["/connectedSessionId"], (await shop.Api.PostAsync("/v3/events", $$"""{"profileId":"p","type":"{{type}}","integrationId":"e","connectedSessionId":"none"}""")).Expect(400).Places);
        (await shop.Api.GetAsync("/v3/events/e")).Expect(404);
    }

    [Fact]
    public async Task A_dry_event_stores_nothing_and_may_evaluate_disabled_campaigns()
    {
        var (shop, type, _) = await OpenAsync();
        var campaign = await shop.CreateCampaignAsync($$"""["eventTypeIs","{{type}}"]""", """[["showNotification","Offer","Sale","Soon"]]""", "disabled");
        var body = $$"""{"profileId":"p","type":"{{type}}","integrationId":"dry","evaluableCampaignIds":[{{campaign}}]{{AllAdvanced}}}""";
        var dry = (await shop.Api.PostAsync("/v3/events?silent=no&dry=true&forceCompleteEvaluation=true", body)).Expect(200);
        Assert.Equal("Sale", dry.Props("showNotification").GetProperty("title").GetString());
        (await shop.Api.GetAsync("/v3/events/dry")).Expect(404);
        var eligibility = $$"""{"profileId":"p","type":"{{type}}","responseContent":["campaignEligibility"]}""";
        Assert.Equal(JsonValueKind.Array, (await shop.Api.PostAsync("/v2/events?silent=no&dry=true", eligibility)).Expect(200).Json.GetProperty("campaignEligibility").ValueKind);
    }

    [Fact]
    public async Task An_advanced_event_is_read_by_its_id_in_its_own_application_only()
    {
        var (shop, type, attribute) = await OpenAsync();
        var id = "event/with space%";
        var profile = Shop.NewId();
        await shop.PutSessionAsync("s", $"{Shop.Cart},\"state\":\"closed\",\"profileId\":\"{profile}\"");
        var body = $$"""{"profileId":"{{profile}}","type":"{{type}}","integrationId":"{{id}}","connectedSessionId":"s","attributes":{"{{attribute}}":3}{{AllAdvanced}}}""";
        var sent = (await shop.Api.PostAsync("/v3/events?silent=no", body)).Expect(200).Json.GetProperty("advancedEvent");
        Assert.Equal((id, "s"), (sent.GetProperty("integrationId").GetString(), sent.GetProperty("connectedSessionId").GetString()));
        var target = $"/v3/events/{Uri.EscapeDataString(id)}";
        Assert.Equal(sent.GetRawText(), (await shop.Api.GetAsync(target)).Expect(200).Text);
        (await shop.Api.PostAsync("/v3/events", body)).Expect(409);
        (await (await server.CreateShopAsync()).Api.GetAsync(target)).Expect(404);
        (await shop.Api.GetAsync("/v3/events/" + new string('x', 1001))).Expect(400);
    }

    [Fact]
    public async Task A_repeat_with_its_key_gets_the_same_answer()
    {
        var (shop, type, _) = await OpenAsync();
        var body = $$"""{"profileId":"{{Shop.NewId()}}","type":"{{type}}"{{All}}}""";
        var first = (await shop.Api.SendAsync("POST", "/v2/events?silent=no", body, "key")).Expect(200);
        Assert.Equal(first.Text, (await shop.Api.SendAsync("POST", "/v2/events?silent=no", body, "key")).Expect(200).Text);
        (await shop.Api.SendAsync("POST", "/v2/events?silent=no", body.Replace("profileId\":\"", "profileId\":\"x", StringComparison.Ordinal), "key")).Expect(400);
        (await shop.Api.SendAsync("POST", "/v2/events", body, "silent key")).Expect(204);
        (await shop.Api.SendAsync("POST", "/v2/events", body, "silent key")).Expect(204);
    }

    [Fact]
    public async Task Events_pass_the_gate_of_the_profile()
    {
        var (shop, type, _) = await OpenAsync();
        var profile = Shop.NewId();
        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => i % 2 == 0
            ? shop.Api.PostAsync("/v2/events", $$"""{"profileId":"{{profile}}","type":"{{type}}"}""")
            : shop.Api.PostAsync("/v3/events", $$"""{"profileId":"{{profile}}","type":"{{type}}","integrationId":"e{{i}}"}""")));
        Assert.All(replies, reply => Assert.True(reply.Status is 204 or 409, reply.Text));
        Assert.Contains(replies, reply => reply.Status == 409);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_told()
    {
        var shop = await server.CreateShopAsync();
        (await shop.With(null).PostAsync("/v2/events", "{}")).Expect(401);
        (await shop.With("ApiKey-v1 none").PostAsync("/v3/events", "{}")).Expect(401);
        (await shop.With(null).GetAsync("/v3/events/e")).Expect(401);
    }

    private async Task<(Shop Shop, string Type, string Attribute)> OpenAsync()
    {
        var shop = await server.CreateShopAsync();
        var (type, attribute) = (Shop.NewId("shared"), Shop.NewId("count"));
        (await server.Management.PostAsync("/v1/event_types", $$"""{"title":"Shared","name":"{{type}}"}""")).Expect(201);
        (await server.Management.PostAsync(
            "/v1/attributes",
            $$"""{"entity":"Event","eventType":"{{type}}","name":"{{attribute}}","title":"Count","type":"number","description":"","suggestions":[],"editable":true}""")).Expect(201);
        await shop.CreateCampaignAsync($$"""["and",["eventTypeIs","{{type}}"],[">",[".","Event","Attributes","{{attribute}}"],2]]""", """[["showNotification","Info","Thanks","For sharing"]]""");
        return (shop, type, attribute);
    }
}
