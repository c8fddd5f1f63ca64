using Talon.Http;

namespace Talon.Server.Tests;

public sealed class VersionTests
{
    [Fact]
    public async Task Of_two_who_edit_one_campaign_the_second_is_told()
    {
        var world = await ManagementWorld.CreateAsync();
        var campaign = await world.CampaignAsync(await world.ApplicationAsync());
        var seen = await TagAsync(world, "GET", campaign, null);

        var after = await TagAsync(world, "PUT", campaign, Campaign("first"), seen);
        await TagAsync(world, "PUT", campaign, Campaign("second"), seen, 412);

        Assert.Equal("first", (await world.GetAsync(campaign)).GetProperty("name").GetString());
        Assert.Equal(after, await TagAsync(world, "GET", campaign, null));
        await TagAsync(world, "DELETE", campaign, null, seen, 412);
        await TagAsync(world, "PUT", campaign, Campaign("third"), $"\"x\", {after}");
        await TagAsync(world, "PUT", campaign, Campaign("fourth"), "*");
        await TagAsync(world, "PUT", campaign, Campaign("fifth"));
    }

    [Fact]
    public async Task A_refused_change_says_first_what_is_wrong_with_its_version()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();

        await TagAsync(world, "PUT", application, """{"name":"shop 2","timezone":"Nowhere","currency":"EUR"}""", "\"old\"", 412);
        await TagAsync(world, "PUT", application, """{"name":"shop 2","timezone":"Nowhere","currency":"EUR"}""", await TagAsync(world, "GET", application, null), 400);
    }

    [Fact]
    public async Task Each_of_many_at_once_wins_or_is_told()
    {
        var world = await ManagementWorld.CreateAsync();
        var campaign = await world.CampaignAsync(await world.ApplicationAsync());
        var seen = await TagAsync(world, "GET", campaign, null);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => world.TryAsync("PUT", campaign, Campaign($"editor {i}"), ifMatch: seen)));

        Assert.Equal([200, .. Enumerable.Repeat(412, 7)], answers.Select(answer => answer.Response.Status).Order());
    }

    [Fact]
    public async Task What_has_no_version_matches_none()
    {
        var world = await ManagementWorld.CreateAsync();
        var campaign = await world.CampaignAsync(await world.ApplicationAsync());
        var coupon = $"{campaign}/coupons/{ManagementWorld.Id((await world.PostAsync($"{campaign}/coupons?silent=no", """{"usageLimit":1,"numberOfCoupons":1}""", 200)).GetProperty("data")[0])}";

        await TryAsync("PUT", coupon, """{"usageLimit":2}""", "\"seen\"", 412);
        await TryAsync("DELETE", coupon, null, "\"seen\"", 412);
        Assert.Equal(1, (await world.GetAsync($"{campaign}/coupons/no_total")).GetProperty("data")[0].GetProperty("usageLimit").GetInt32());
        await TryAsync("PUT", coupon, """{"usageLimit":2}""", "*", 200);
        await TryAsync("DELETE", coupon, null, null, 204);

        async Task TryAsync(string method, string target, string? body, string? ifMatch, int expected)
        {
            var (path, response) = await world.TryAsync(method, target, body, ifMatch: ifMatch);
            Assert.Empty(AnswerChecker.Check(method, path, response.Status, response.ContentType, response.Body));
            Assert.Equal(expected, response.Status);
        }
    }

    [Fact]
    public void Every_change_and_deletion_takes_a_version()
    {
        var writes = OperationTable.All.Where(operation =>
            operation.Authentication == Authentication.ManagementKey && operation.Method is "PUT" or "DELETE");
        Assert.All(writes, operation => Assert.True(operation.Answers.Any(answer => answer.Status == 412), $"{operation.OperationId} takes no version."));
    }

    private static string Campaign(string name) => $$"""{"name":"{{name}}","tags":[],"limits":[]}""";

    private static async Task<string?> TagAsync(ManagementWorld world, string method, string target, string? body, string? ifMatch = null, int expected = 200)
    {
        var (_, response) = await world.TryAsync(method, target, body, ifMatch: ifMatch);
        Assert.True(response.Status == expected, $"{response.Status}: {System.Text.Encoding.UTF8.GetString(response.Body.Span)}");
        return response.Headers.FirstOrDefault(header => header.Key == "ETag").Value;
    }
}
