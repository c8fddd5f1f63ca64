using System.Globalization;
using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class AudienceTests(ServerFixture server)
{
    private const string Path = "/v2/audiences";
    private const string Notify = """[["showNotification","Info","VIP","yes"]]""";

    [Fact]
    public async Task An_audience_is_created_renamed_and_deleted()
    {
        var shop = await server.CreateShopAsync();
        var platformId = Shop.NewId();
        var created = (await shop.Api.PostAsync(Path, $$"""{"name":"Travel","sandbox":true,"description":"18-27","integration":"mparticle","integrationId":"{{platformId}}","createdIn3rdParty":false,"lastUpdate":"2022-04-26T11:02:38Z"}""")).Expect(201).Json;
        Assert.Equal(("Travel", platformId, "2022-04-26T11:02:38Z"), (created.GetProperty("name").GetString(), created.GetProperty("integrationId").GetString(), created.GetProperty("lastUpdate").GetString()));

        var renamed = (await shop.Api.PutAsync($"{Path}/{Id(created)}", """{"name":"Holidays"}""")).Expect(200).Json;
        Assert.Equal(("Holidays", "18-27", Id(created)), (renamed.GetProperty("name").GetString(), renamed.GetProperty("description").GetString(), Id(renamed)));

        (await shop.Api.SendAsync("DELETE", $"{Path}/{Id(created)}")).Expect(204);
        (await shop.Api.SendAsync("DELETE", $"{Path}/{Id(created)}")).Expect(404);
        (await shop.Api.PutAsync($"{Path}/{Id(created)}", """{"name":"Again"}""")).Expect(404);
    }

    [Fact]
    public async Task Refusals_are_those_that_are_documented()
    {
        var shop = await server.CreateShopAsync();
        var platformId = Shop.NewId();
        (await shop.Api.PostAsync(Path, $$"""{"name":"A","integration":"segment","integrationId":"{{platformId}}"}""")).Expect(201);
        (await shop.Api.PostAsync(Path, $$"""{"name":"B","integration":"segment","integrationId":"{{platformId}}"}""")).Expect(409);
        (await shop.Api.PostAsync(Path, $$"""{"name":"B","integration":"braze","integrationId":"{{platformId}}"}""")).Expect(201);
        Assert.Equal(["/name"], (await shop.Api.PostAsync(Path, "{}")).Expect(400).Places);
        Assert.Equal(["/subscribedApplicationsIds/0"], (await shop.Api.PostAsync(Path, """{"name":"C","subscribedApplicationsIds":[999999999]}""")).Expect(400).Places);
        foreach (var (method, target, body) in new[]
        {
            ("PUT", $"{Path}/999999999", """{"name":"x"}"""),
            ("DELETE", $"{Path}/999999999", null),
            ("DELETE", $"{Path}/999999999/memberships", null),
            ("PUT", "/v2/audience_customers/999999999/attributes", "{}"),
            ("POST", "/v2/customer_audiences", """{"data":[{"action":"add","profileIntegrationId":"p","audienceId":999999999}]}"""),
        })
        {
            (await shop.Api.SendAsync(method, target, body)).Expect(404);
            (await shop.With(null).SendAsync(method, target, body)).Expect(401);
            (await shop.Api.SendAsync(method, target.Replace("999999999", "x", StringComparison.Ordinal), body?.Replace("999999999", "\"x\"", StringComparison.Ordinal))).Expect(400);
        }

        (await shop.With(null).PostAsync(Path, """{"name":"A"}""")).Expect(401);
    }

    [Fact]
    public async Task Rules_know_who_is_in_an_audience_in_sessions_too()
    {
        var shop = await server.CreateShopAsync();
        var audience = await CreateAsync(shop);
        await shop.CreateCampaignAsync($$"""["profileInAudience",{{audience}}]""", Notify);
        var (inside, outside) = (Shop.NewId(), Shop.NewId());

        await ActAsync(shop, 204, ("add", inside, audience));

        Assert.Equal(["showNotification"], await EffectsAsync(inside));
        Assert.Empty(await EffectsAsync(outside));
        await ActAsync(shop, 204, ("delete", inside, audience), ("delete", outside, audience));
        Assert.Empty(await EffectsAsync(inside));
        await ActAsync(shop, 204, ("add", inside, audience), ("delete", inside, audience), ("add", inside, audience));
        Assert.Equal(["showNotification"], await EffectsAsync(inside));
        (await shop.Api.SendAsync("DELETE", $"{Path}/{audience}/memberships")).Expect(204);
        Assert.Empty(await EffectsAsync(inside));
        await ActAsync(shop, 204, ("add", inside, audience));
        Assert.Equal(["showNotification"], await EffectsAsync(inside));

        async Task<IReadOnlyList<string>> EffectsAsync(string profile) => [.. (await shop.PutSessionAsync(Shop.NewId(), $"{Shop.Cart},\"profileId\":\"{profile}\"")).Expect(200).EffectTypes];
    }

    [Fact]
    public async Task Joining_and_leaving_show_in_the_update_that_does_it()
    {
        var shop = await server.CreateShopAsync();
        var audience = await CreateAsync(shop);
        await shop.CreateCampaignAsync($$"""["profileJoinedAudience",{{audience}}]""", """[["showNotification","Info","joined","x"]]""");
        await shop.CreateCampaignAsync($$"""["profileLeftAudience",{{audience}}]""", """[["showNotification","Info","left","x"]]""");
        var profile = $"/v2/customer_profiles/{Shop.NewId()}?runRuleEngine=true";
        var join = $$"""{"audiencesChanges":{"adds":[{{audience}}],"deletes":[]},"responseContent":["customerProfile"]}""";

        Assert.Equal("joined", (await shop.Api.PutAsync(profile + "&dry=true", join)).Expect(200).Props("showNotification").GetProperty("title").GetString());
        var joined = (await shop.Api.PutAsync(profile, join)).Expect(200);
        Assert.Equal("joined", joined.Props("showNotification").GetProperty("title").GetString());
        Assert.Equal(audience, Id(Assert.Single(joined.Json.GetProperty("customerProfile").GetProperty("audienceMemberships").EnumerateArray())));
        Assert.Empty((await shop.Api.PutAsync(profile, join)).Expect(200).EffectTypes);
        var left = (await shop.Api.PutAsync(profile, $$"""{"audiencesChanges":{"adds":[],"deletes":[{{audience}}]},"responseContent":["customerProfile"]}""")).Expect(200);
        Assert.Equal("left", left.Props("showNotification").GetProperty("title").GetString());
        Assert.Empty(left.Json.GetProperty("customerProfile").GetProperty("audienceMemberships").EnumerateArray());
        Assert.Equal(["/audiencesChanges/adds/1"], (await shop.Api.PutAsync(profile, $$"""{"audiencesChanges":{"adds":[{{audience}},999999999],"deletes":[]} }""")).Expect(400).Places);
    }

    [Fact]
    public async Task A_rule_puts_customers_into_audiences_and_takes_them_out()
    {
        var shop = await server.CreateShopAsync();
        var audience = await CreateAsync(shop);
        await shop.CreateCampaignAsync("""[">",[".","Session","Total"],100]""", $$"""[["addToAudience",{{audience}}]]""");
        await shop.CreateCampaignAsync("""["<",[".","Session","Total"],10]""", $$"""[["removeFromAudience",{{audience}}]]""");
        var profile = Shop.NewId();

        Assert.Equal(profile, (await shop.PutSessionAsync("s", $"{Shop.Cart},\"profileId\":\"{profile}\"")).Expect(200).Props("addToAudience").GetProperty("profileIntegrationId").GetString());
        await Eventually.EqualAsync(1L, () => MembersAsync(audience));
        Assert.Empty((await shop.PutSessionAsync("s", $"{Shop.Cart},\"profileId\":\"{profile}\"")).Expect(200).EffectTypes);
        (await shop.PutSessionAsync("t", $"\"cartItems\":[],\"profileId\":\"{profile}\"")).Expect(200).Props("removeFromAudience");
        await Eventually.EqualAsync(0L, () => MembersAsync(audience));
    }

    [Fact]
    public async Task Attributes_are_set_for_all_members_and_nobody_else()
    {
        var shop = await server.CreateShopAsync();
        var audience = await CreateAsync(shop);
        var attribute = await shop.CreateAttributeAsync("CustomerProfile", "number");
        var members = Enumerable.Range(0, 250).Select(_ => Shop.NewId()).ToList();
        foreach (var member in members.Append("stranger" + attribute))
            (await shop.Api.PutAsync($"/v2/customer_profiles/{member}", """{"attributes":{"Name":"N"}}""")).Expect(200);
        await ActAsync(shop, 204, [.. members.Select(member => ("add", member, audience))]);

        (await shop.Api.PutAsync($"/v2/audience_customers/{audience}/attributes", $$"""{"{{attribute}}":7}""")).Expect(204);

        var list = (await server.Management.GetAsync($"/v1/audiences/{audience}/memberships?pageSize=200&skip=100")).Expect(200).Json;
        Assert.False(list.GetProperty("hasMore").GetBoolean());
        Assert.Equal(150, list.GetProperty("data").GetArrayLength());
        Assert.All(list.GetProperty("data").EnumerateArray(), profile => Assert.Equal($$"""{"Name":"N","{{attribute}}":7}""", profile.GetProperty("attributes").GetRawText()));
        Assert.Equal("""{"Name":"N"}""", (await shop.Api.PutAsync($"/v2/customer_profiles/stranger{attribute}?runRuleEngine=true", """{"responseContent":["customerProfile"]}""")).Expect(200).Json.GetProperty("customerProfile").GetProperty("attributes").GetRawText());
        Assert.Equal([$"/{attribute}", "/nosuch"], (await shop.Api.PutAsync($"/v2/audience_customers/{audience}/attributes", $$"""{"{{attribute}}":"x","nosuch":1}""")).Expect(400).Places);
    }

    [Fact]
    public async Task The_management_api_lists_audiences_and_counts_their_members()
    {
        var shop = await server.CreateShopAsync();
        var audience = await CreateAsync(shop);
        await ActAsync(shop, 204, ("add", Shop.NewId(), audience), ("add", Shop.NewId(), audience));

        var list = (await server.Management.GetAsync("/v1/audiences?sort=-id&pageSize=1&withTotalResultSize=true")).Expect(200).Json;
        Assert.True(list.GetProperty("totalResultSize").GetInt32() >= 1);
        var found = (await server.Management.GetAsync("/v1/audiences?pageSize=1000")).Expect(200).Json.GetProperty("data").EnumerateArray().Single(entry => Id(entry) == audience);
        Assert.True(found.TryGetProperty("lastUpdate", out _));
        Assert.Equal(2, await MembersAsync(audience));
        (await server.Management.GetAsync("/v1/audiences/analytics")).Expect(400);
        (await server.Management.GetAsync("/v1/audiences/999999999/memberships")).Expect(404);
        (await shop.With("ManagementKey-v1 no").GetAsync("/v1/audiences")).Expect(401);
    }

    [Fact]
    public async Task Members_are_replaced_by_those_of_a_file_and_exported()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        var key = $"ApiKey-v1 {(await world.PostAsync($"{application}/apikeys", """{"title":"x","expires":"2999-01-01T00:00:00Z"}""")).GetProperty("key").GetString()}";
        var audience = await world.SendAsync("POST", Path, """{"name":"all"}""", 201, key: key);
        var memberships = $"/v1/audiences/{Id(audience)}/memberships";
        await world.SendAsync("PUT", "/v2/customer_profiles/ben", "{}", 200, key: key);

        var import = await world.ImportAsync(memberships + "/import", "profileintegrationid\nanna\nben\nanna\n\"a,b\"\n");
        Assert.Equal(("Audience", 3), (import.GetProperty("entity").GetString(), import.GetProperty("amount").GetInt32()));
        Assert.Equal(["\"a,b\"", "anna", "ben"], await ExportAsync());

        await world.ImportAsync(memberships + "/import", "profileintegrationid\r\neva\r\nben\r\n");
        Assert.Equal(["ben", "eva"], await ExportAsync());
        await world.ImportAsync(memberships + "/import", "profileintegrationid\neva\n" + new string('x', 1001), 400);
        await world.ImportAsync(memberships + "/import", "name\neva\n", 400);
        Assert.Equal(["ben", "eva"], await ExportAsync());
        Assert.Equal(2, (await world.GetAsync(memberships)).GetProperty("data").GetArrayLength());
        await world.ImportAsync(memberships + "/import", "profileintegrationid\n");
        Assert.Empty(await ExportAsync());
        await world.ImportAsync("/v1/audiences/999999999/memberships/import", "profileintegrationid\n", 404);
        await world.GetAsync("/v1/audiences/999999999/memberships/export", 404);

        async Task<IEnumerable<string>> ExportAsync()
        {
            var lines = (await world.DownloadAsync(memberships + "/export")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal("profileintegrationid", lines[0]);
            return lines.Skip(1).Order(StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task An_audience_exists_where_it_is_subscribed()
    {
        var (shop, other) = (await server.CreateShopAsync(), await server.CreateShopAsync());
        var audience = await CreateAsync(shop, string.Create(CultureInfo.InvariantCulture, $",\"subscribedApplicationsIds\":[{shop.Id}]"));
        await ActAsync(shop, 204, ("add", "p", audience));
        await ActAsync(other, 404, ("add", "p", audience));
        (await other.Api.SendAsync("DELETE", $"{Path}/{audience}")).Expect(404);
        (await other.Api.PutAsync($"{Path}/{audience}", """{"name":"x"}""")).Expect(404);
        (await other.Api.SendAsync("DELETE", $"{Path}/{audience}/memberships")).Expect(404);
        (await other.Api.PutAsync($"/v2/audience_customers/{audience}/attributes", "{}")).Expect(404);
        Assert.Equal(["/audiencesChanges/adds/0"], (await other.Api.PutAsync("/v2/customer_profiles/p", $$"""{"audiencesChanges":{"adds":[{{audience}}],"deletes":[]} }""")).Expect(400).Places);
        Assert.Equal(1, await MembersAsync(audience));
    }

    [Fact]
    public async Task An_audience_that_an_enabled_campaign_uses_is_not_deleted()
    {
        var shop = await server.CreateShopAsync();
        var audience = await CreateAsync(shop);
        await shop.CreateCampaignAsync($$"""["profileInAudience",{{audience}}]""", Notify);
        (await shop.Api.SendAsync("DELETE", $"{Path}/{audience}")).Expect(400);
    }

    [Fact]
    public async Task More_than_a_thousand_actions_are_refused()
    {
        var shop = await server.CreateShopAsync();
        var audience = await CreateAsync(shop);
        await ActAsync(shop, 204, [.. Enumerable.Range(0, 1000).Select(i => ("add", $"{shop.Key}{i}", audience))]);
        await ActAsync(shop, 400, [.. Enumerable.Range(0, 1001).Select(i => ("add", $"p{i}", audience))]);
        Assert.Equal(1000, await MembersAsync(audience));
        (await shop.Api.PostAsync("/v2/customer_audiences", "{}")).Expect(204);
    }

    private static async Task ActAsync(Shop shop, int expected, params (string Action, string Profile, long Audience)[] actions)
    {
        var data = string.Join(",", actions.Select(a => $$"""{"action":"{{a.Action}}","profileIntegrationId":"{{a.Profile}}","audienceId":{{a.Audience}}}"""));
        (await shop.Api.PostAsync("/v2/customer_audiences", $$"""{"data":[{{data}}]}""")).Expect(expected);
    }

    private static async Task<long> CreateAsync(Shop shop, string more = "") => Id((await shop.Api.PostAsync(Path, $$"""{"name":"{{Shop.NewId()}}"{{more}}}""")).Expect(201).Json);

    private static long Id(JsonElement entity) => entity.GetProperty("id").GetInt64();

    private async Task<long> MembersAsync(long audience) =>
        (await server.Management.GetAsync($"/v1/audiences/analytics?audienceIds={audience}")).Expect(200).Json.GetProperty("data")[0].GetProperty("membersCount").GetInt64();
}
