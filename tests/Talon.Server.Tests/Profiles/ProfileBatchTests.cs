using System.Diagnostics;
using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class ProfileBatchTests(ServerFixture server)
{
    private const string Path = "/v2/customer_profiles";

    [Fact]
    public async Task Profiles_are_made_and_merged_in_silence()
    {
        var shop = await server.CreateShopAsync();
        var (anna, bert) = (Shop.NewId(), Shop.NewId());
        (await shop.Api.PutAsync(Path, $$"""{"customerProfiles":[{"integrationId":"{{anna}}","attributes":{"Name":"Anna"} },{"integrationId":"{{bert}}"}]}""")).Expect(204);

        var states = (await shop.Api.PutAsync($"{Path}?silent=no", $$"""{"customerProfiles":[{"integrationId":"{{bert}}","attributes":{"Name":"Bert"} },{"integrationId":"{{anna}}","attributes":{"Email":"a@b.c"} }]}""")).Expect(200).Json.GetProperty("integrationStates");

        var profiles = states.EnumerateArray().Select(state => state.GetProperty("customerProfile")).ToList();
        Assert.Equal([bert, anna], profiles.Select(profile => profile.GetProperty("integrationId").GetString()));
        Assert.Equal(["""{"Name":"Bert"}""", """{"Name":"Anna","Email":"a@b.c"}"""], profiles.Select(profile => profile.GetProperty("attributes").GetRawText()));
        Assert.NotEqual(profiles[0].GetProperty("id").GetInt64(), profiles[1].GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task Of_several_updates_of_one_customer_the_later_one_wins()
    {
        var shop = await server.CreateShopAsync();
        var id = Shop.NewId();
        var states = (await shop.Api.PutAsync($"{Path}?silent=no", $$"""{"customerProfiles":[{"integrationId":"{{id}}","attributes":{"Name":"A","Phone":"1"} },{"integrationId":"{{id}}","attributes":{"Name":"B"} }]}""")).Expect(200).Json.GetProperty("integrationStates");
        Assert.All(states.EnumerateArray(), state => Assert.Equal("""{"Phone":"1","Name":"B"}""", state.GetProperty("customerProfile").GetProperty("attributes").GetRawText()));
    }

    [Fact]
    public async Task Nothing_is_stored_when_one_of_them_is_wrong()
    {
        var shop = await server.CreateShopAsync();
        var id = Shop.NewId();
        var reply = await shop.Api.PutAsync(Path, $$"""{"customerProfiles":[{"integrationId":"{{id}}","attributes":{"Name":"A"} },{"integrationId":"x","attributes":{"nosuch":1,"Name":2} },{"integrationId":"y","audiencesChanges":{"adds":[999999999],"deletes":[]} }]}""");
        Assert.Equal(["/customerProfiles/1/attributes/nosuch", "/customerProfiles/1/attributes/Name", "/customerProfiles/2/audiencesChanges/adds/0"], reply.Expect(400).Places);
        var problems = await shop.Api.PutAsync(Path, """{"customerProfiles":[{"attributes":{"nosuch":1}},{"integrationId":""}]}""");
        Assert.Equal(["/customerProfiles/0/attributes/nosuch", "/customerProfiles/0/integrationId", "/customerProfiles/1/integrationId"], problems.Expect(400).Places.Order(StringComparer.Ordinal));
        Assert.Equal(["silent"], (await shop.Api.PutAsync($"{Path}?silent=maybe", "{}")).Expect(400).Places);
        (await shop.With(null).PutAsync(Path, "{}")).Expect(401);
        Assert.Equal("{}", (await shop.Api.PutAsync($"{Path}/{id}?runRuleEngine=true", """{"responseContent":["customerProfile"]}""")).Expect(200).Json.GetProperty("customerProfile").GetProperty("attributes").GetRawText());
    }

    [Fact]
    public async Task A_repeat_with_the_same_idempotency_key_gets_the_same_answer()
    {
        var shop = await server.CreateShopAsync();
        var (id, key) = (Shop.NewId(), Shop.NewId());
        var body = $$"""{"customerProfiles":[{"integrationId":"{{id}}","attributes":{"Name":"A"} }]}""";
        var first = (await shop.Api.PutAsync($"{Path}?silent=no", body, key)).Expect(200);
        (await shop.Api.PutAsync($"{Path}/{id}", """{"attributes":{"Name":"B"}}""")).Expect(200);
        Assert.Equal(first.Text, (await shop.Api.PutAsync($"{Path}?silent=no", body, key)).Expect(200).Text);
        Assert.Equal(["Idempotency-Key"], (await shop.Api.PutAsync($"{Path}?silent=no", body.Replace("\"A\"", "\"C\"", StringComparison.Ordinal), key)).Expect(400).Places);
        var other = Shop.NewId();
        (await shop.Api.PutAsync(Path, body, other)).Expect(204);
        (await shop.Api.PutAsync(Path, body, other)).Expect(204);
    }

    [Fact]
    public async Task Audiences_change_along_with_attributes()
    {
        var shop = await server.CreateShopAsync();
        var audiences = new List<long>();
        for (var i = 0; i < 60; i++)
            audiences.Add((await shop.Api.PostAsync("/v2/audiences", $$"""{"name":"{{Shop.NewId()}}"}""")).Expect(201).Json.GetProperty("id").GetInt64());
        var id = Shop.NewId();
        var all = string.Join(",", audiences);
        Assert.Equal(60, Memberships(await shop.Api.PutAsync($"{Path}?silent=no", $$$"""{"customerProfiles":[{"integrationId":"{{{id}}}","audiencesChanges":{"adds":[{{{all}}}],"deletes":[]}}]}""")));
        Assert.Equal(59, Memberships(await shop.Api.PutAsync($"{Path}?silent=no", $$$"""{"customerProfiles":[{"integrationId":"{{{id}}}","audiencesChanges":{"adds":[{{{all}}}],"deletes":[]}},{"integrationId":"{{{id}}}","audiencesChanges":{"adds":[],"deletes":[{{{audiences[7]}}}]}}]}""")));
        var one = await shop.Api.PutAsync($"{Path}/{id}?runRuleEngine=true", $$"""{"audiencesChanges":{"adds":[],"deletes":[{{all}}]},"responseContent":["customerProfile"]}""");
        Assert.Empty(one.Expect(200).Json.GetProperty("customerProfile").GetProperty("audienceMemberships").EnumerateArray());

        static int Memberships(Reply reply) => reply.Expect(200).Json.GetProperty("integrationStates")[0].GetProperty("customerProfile").GetProperty("audienceMemberships").GetArrayLength();
    }

    [Fact]
    public async Task A_thousand_profiles_of_nine_megabytes_are_taken_and_one_more_is_not()
    {
        var shop = await server.CreateShopAsync();
        var attribute = await shop.CreateAttributeAsync("CustomerProfile");
        var watch = Stopwatch.StartNew();
        Assert.Equal(1000, (await shop.Api.PutAsync($"{Path}?silent=no", Body(1000))).Expect(200).Json.GetProperty("integrationStates").GetArrayLength());
        TestContext.Current.SendDiagnosticMessage($"1,000 profiles of 9 KB took {watch.ElapsedMilliseconds} ms");
        Assert.Equal(["/customerProfiles"], (await shop.Api.PutAsync(Path, Body(1001))).Expect(400).Places);
        Assert.Equal([""], (await shop.Api.PutAsync(Path, "{\"x\":\"" + new string('x', 10 * 1024 * 1024) + "\"}")).Expect(400).Places);

        string Body(int count) => JsonSerializer.Serialize(new
        {
            customerProfiles = Enumerable.Range(0, count).Select(i => new { integrationId = $"{attribute}{i}", attributes = new Dictionary<string, string> { [attribute] = new string('x', 9000) } }),
        });
    }
}
