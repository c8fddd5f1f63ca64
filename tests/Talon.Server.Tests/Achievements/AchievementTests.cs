using System.Globalization;
using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class AchievementTests(ServerFixture server)
{
    private const string Unknown = """{"name":"other","title":"Other","description":"","target":5}""";

    [Fact]
    public async Task An_achievement_is_created_changed_listed_and_deleted()
    {
        var (shop, path, id) = await OpenAsync();
        var one = $"{path}/{id}";
        var read = (await server.Management.GetAsync(one)).Expect(200).Json;
        Assert.Equal(("collector", 2, "no_recurrence", "user_action", "inprogress"), (
            read.GetProperty("name").GetString(), read.GetProperty("target").GetInt32(), read.GetProperty("recurrencePolicy").GetString(), read.GetProperty("activationPolicy").GetString(), read.GetProperty("status").GetString()));
        var changed = (await server.Management.PutAsync(one, """{"title":"New title","period":"1M","periodEndOverride":{"dayOfMonth":23,"hour":1,"minute":2,"second":3},"recurrencePolicy":"on_expiration"}""")).Expect(200).Json;
        Assert.Equal(("New title", "collector", "1M", 23), (
            changed.GetProperty("title").GetString(), changed.GetProperty("name").GetString(), changed.GetProperty("period").GetString(), changed.GetProperty("periodEndOverride").GetProperty("dayOfMonth").GetInt32()));
        Assert.Equal(1, (await server.Management.GetAsync(path + "?title=New%20title")).Expect(200).Json.GetProperty("data").GetArrayLength());
        Assert.Equal(0, (await server.Management.GetAsync(path + "?title=none")).Expect(200).Json.GetProperty("data").GetArrayLength());
        (await server.Management.SendAsync("DELETE", one)).Expect(204);
        (await server.Management.GetAsync(one)).Expect(404);
        (await server.Management.PutAsync(one, "{}")).Expect(404);
        (await server.Management.SendAsync("DELETE", one)).Expect(404);
        (await shop.Api.GetAsync(path)).Expect(401);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        var (shop, path, id) = await OpenAsync();
        (await server.Management.PostAsync(path, Unknown.Replace("other", "collector", StringComparison.Ordinal))).Expect(409);
        (await server.Management.PostAsync(path, Unknown.Replace("Other", "Collector", StringComparison.Ordinal))).Expect(409);
        Assert.Equal(["/name"], (await server.Management.PutAsync($"{path}/{id}", """{"name":"renamed"}""")).Expect(400).Places);
        Assert.Equal(["/target"], (await server.Management.PostAsync(path, Unknown.Replace("5", "0", StringComparison.Ordinal))).Expect(400).Places);
        Assert.Equal(["/period"], (await server.Management.PutAsync($"{path}/{id}", """{"period":"soon"}""")).Expect(400).Places);
        Assert.Equal(["/fixedStartDate", "/period"], (await server.Management.PutAsync($"{path}/{id}", """{"activationPolicy":"fixed_schedule","recurrencePolicy":"on_expiration"}""")).Expect(400).Places);
        Assert.Equal(["/periodEndOverride"], (await server.Management.PutAsync($"{path}/{id}", """{"period":"1h","periodEndOverride":{"hour":1,"minute":2,"second":3}}""")).Expect(400).Places);
        Assert.Equal(["/name", "/title", "/description", "/target"], (await server.Management.PostAsync(path, "{}")).Expect(400).Places);
        await CollectAsync(shop);
        (await server.Management.SendAsync("DELETE", $"{path}/{id}")).Expect(400);
    }

    [Fact]
    public async Task Progress_shows_in_the_list_the_history_and_the_answers()
    {
        var (shop, _, id) = await OpenAsync();
        await CollectAsync(shop);
        var profile = Shop.NewId();
        var list = $"/v1/customer_profiles/{profile}/achievements";
        (await shop.Api.GetAsync(list)).Expect(404);
        const string content = ""","responseContent":["achievements"]""";
        var first = (await shop.PutSessionAsync(Shop.NewId(), $"{Shop.Cart},\"profileId\":\"{profile}\",\"state\":\"closed\"", more: content)).Expect(200);
        Assert.Equal(["startAchievementProgress", "increaseAchievementProgress"], first.EffectTypes);
        var told = Assert.Single(first.Json.GetProperty("achievements").EnumerateArray());
        Assert.Equal((1, "inprogress"), (told.GetProperty("currentProgress").GetProperty("progress").GetInt32(), told.GetProperty("currentProgress").GetProperty("status").GetString()));
        Assert.Equal(1, Total(await shop.Api.GetAsync($"{list}?currentProgressStatus=inprogress,completed&achievementIds={id}")));
        Assert.Equal(0, Total(await shop.Api.GetAsync($"{list}?currentProgressStatus=completed")));
        Assert.Equal(0, Total(await shop.Api.GetAsync($"{list}?achievementStatus=scheduled")));
        Assert.Equal(0, Total(await shop.Api.GetAsync($"{list}?campaignIds=999999")));
        Assert.Equal(1, Total(await shop.Api.GetAsync($"{list}?pageSize=1&skip=1")));
        var second = Shop.NewId();
        (await shop.PutSessionAsync(second, $"{Shop.Cart},\"profileId\":\"{profile}\",\"state\":\"closed\"")).Expect(200);
        var history = (await shop.Api.GetAsync($"{list}/{id}?progressStatus=completed&startDate=2020-01-01&endDate=2999-01-01")).Expect(200);
        Assert.Equal(1, Total(history));
        Assert.Equal(2, history.Json.GetProperty("data")[0].GetProperty("progress").GetInt32());
        Assert.Equal(0, Total(await shop.Api.GetAsync($"{list}/{id}?progressStatus=expired,inprogress")));
        Assert.Equal(0, Total(await shop.Api.GetAsync($"{list}/{id}?startDate=2999-01-01")));
        (await shop.Api.GetAsync($"{list}/999999")).Expect(404);
        (await shop.Api.GetAsync($"/v1/customer_profiles/{Shop.NewId()}/achievements/{id}")).Expect(404);
        (await shop.Api.GetAsync($"{list}?achievementStatus=maybe")).Expect(400);
        (await shop.Api.GetAsync($"{list}/{id}?progressStatus=maybe")).Expect(400);
        (await shop.With(null).GetAsync(list)).Expect(401);
        (await shop.With(null).GetAsync($"{list}/{id}")).Expect(401);
        var other = await server.CreateShopAsync();
        Assert.Equal(0, Total(await other.Api.GetAsync(list)));
        (await other.Api.GetAsync($"{list}/{id}")).Expect(404);
    }

    [Fact]
    public async Task Cancelling_answers_with_the_rollback()
    {
        var (shop, _, _) = await OpenAsync();
        await CollectAsync(shop);
        var session = Shop.NewId();
        await shop.PutSessionAsync(session, $"{Shop.Cart},\"profileId\":\"{Shop.NewId()}\",\"state\":\"closed\"");
        var cancelled = (await shop.PutSessionAsync(session, "\"state\":\"cancelled\"", more: ""","responseContent":["achievements"]""")).Expect(200);
        Assert.Equal((1, 0, 2), Rollback(cancelled.Props("rollbackIncreasedAchievementProgress")));
        Assert.Equal("not_started", cancelled.Json.GetProperty("achievements")[0].GetProperty("currentProgress").GetProperty("status").GetString());
    }

    private static (int, int, int) Rollback(JsonElement props) =>
        (props.GetProperty("decreaseProgressBy").GetInt32(), props.GetProperty("currentProgress").GetInt32(), props.GetProperty("target").GetInt32());

    private static int Total(Reply reply) => reply.Expect(200).Json.GetProperty("totalResultSize").GetInt32();

    private static Task CollectAsync(Shop shop) => shop.CreateCampaignAsync("""["and",[">",[".","Session","Total"],100]]""", """[["increaseAchievementProgress","collector",1]]""");

    private async Task<(Shop Shop, string Path, long Id)> OpenAsync()
    {
        var shop = await server.CreateShopAsync();
        var campaign = await shop.CreateCampaignAsync();
        var path = string.Create(CultureInfo.InvariantCulture, $"/v1/applications/{shop.Id}/campaigns/{campaign}/achievements");
        var created = (await server.Management.PostAsync(path, """{"name":"collector","title":"Collector","description":"Buy twice","target":2}""")).Expect(201);
        return (shop, path, created.Json.GetProperty("id").GetInt64());
    }
}
