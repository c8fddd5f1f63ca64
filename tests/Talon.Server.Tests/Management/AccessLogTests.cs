using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Talon.Promotions;
using Talon.Storage;

namespace Talon.Server.Tests;

public sealed class AccessLogTests
{
    private const string Range = "rangeStart=2020-01-01&rangeEnd=2999-01-01";

    [Fact]
    public async Task Calls_are_kept_with_what_was_sent_and_why_it_was_refused()
    {
        var (world, application, key) = await StartAsync();
        await world.SendAsync("PUT", "/v2/customer_sessions/s%2F1?dry=true", """{"customerSession":{"attributes":{"nope":1}}}""", 400, key: key);
        await world.SendAsync("PUT", "/v2/customer_sessions/s2", """{"customerSession":{}}""", 200, key: key);
        await world.SendAsync("GET", "/v2/customer_sessions/unknown", null, 404, key: key);
        await world.GetAsync(application);

        var calls = await ListAsync(world, application, "");

        Assert.Equal([400, 200, 404], calls.Select(call => call.GetProperty("status").GetInt32()));
        Assert.Equal(
            ("PUT", "/v2/customer_sessions/s%2F1?dry=true", """{"customerSession":{"attributes":{"nope":1}}}"""),
            (Text(calls[0], "method"), Text(calls[0], "requestUri"), Text(calls[0], "requestPayload")));
        Assert.Contains("is not defined on CustomerSession", Text(calls[0], "responsePayload"), StringComparison.Ordinal);
        Assert.DoesNotContain(calls, call => call.GetRawText().Contains(key[10..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_long_call_the_beginning_is_kept_and_what_it_names_is_remembered()
    {
        var (world, application, key) = await StartAsync();
        var cart = string.Join(',', Enumerable.Range(0, 500).Select(i => $$"""{"sku":"sku-{{i:D30}}","quantity":1,"price":1}"""));
        await world.SendAsync("PUT", "/v2/customer_sessions/s1", $$"""{"customerSession":{"cartItems":[{{cart}}],"profileId":"anna"} }""", 200, key: key);

        var call = Assert.Single(await ListAsync(world, application, ""));
        var kept = Assert.Single(await world.Services.AccessLogs.ReadAsync(1, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));

        Assert.DoesNotContain("anna", Text(call, "requestPayload"), StringComparison.Ordinal);
        Assert.False(call.TryGetProperty("texts", out _));
        Assert.True(TextFilter.MayHold(kept.Texts!, "anna"));
        Assert.False(TextFilter.MayHold(kept.Texts!, "bert"));
    }

    [Fact]
    public async Task Calls_are_filtered_sorted_and_paged()
    {
        var (world, application, key) = await StartAsync();
        for (var i = 0; i < 30; i++)
            await world.SendAsync("PUT", $"/v2/customer_sessions/s{i}", i % 10 == 0 ? "{}" : """{"customerSession":{}}""", i % 10 == 0 ? 400 : 200, key: key);

        Assert.Equal(30, (await ListAsync(world, application, "")).Count);
        Assert.Equal(3, (await ListAsync(world, application, "&status=error")).Count);
        Assert.Empty(await ListAsync(world, application, "&method=delete"));
        Assert.Equal(11, (await ListAsync(world, application, "&path=s1%5Cd%3F%24")).Count);
        var page = await world.GetAsync($"{application}/access_logs/no_total?{Range}&pageSize=4&skip=2&sort=-time");
        Assert.Equal(["s27", "s26", "s25", "s24"], page.GetProperty("data").EnumerateArray().Select(call => Text(call, "requestUri").Split('/')[^1]));
        Assert.True(page.GetProperty("hasMore").GetBoolean());
        Assert.False((await world.GetAsync($"{application}/access_logs/no_total?{Range}&skip=26&pageSize=4")).GetProperty("hasMore").GetBoolean());
        Assert.Empty((await world.GetAsync($"{application}/access_logs/no_total?rangeStart=2020-01-01&rangeEnd=2020-02-01")).GetProperty("data").EnumerateArray());
        await world.GetAsync($"{application}/access_logs/no_total", 400);
        await world.GetAsync($"{application}/access_logs/no_total?{Range}&path=(", 400);
        await world.GetAsync($"/v1/applications/99/access_logs/no_total?{Range}", 404);
    }

    [Fact]
    public async Task An_application_may_keep_none_and_a_refused_key_is_kept_all_the_same()
    {
        var (world, application, key) = await StartAsync();
        var id = (await world.GetAsync($"{application}/apikeys")).GetProperty("data")[0].GetProperty("id").GetInt64();
        await world.Account.ApiKeys.UpdateAsync(1, id, new() { Title = "x", Expires = DateTimeOffset.UtcNow.AddYears(1), Type = "staging" }, TestContext.Current.CancellationToken);
        await world.SendAsync("PUT", "/v2/customer_sessions/s1", """{"customerSession":{}}""", 401, key: key);
        Assert.Equal(401, Assert.Single(await ListAsync(world, application, "")).GetProperty("status").GetInt32());

        await world.PutAsync(application, """{"name":"shop","timezone":"UTC","currency":"EUR","enableAccessLogs":false}""");
        await world.SendAsync("PUT", "/v2/customer_sessions/s2?dry=true", """{"customerSession":{}}""", 200, key: key);

        Assert.Single(await ListAsync(world, application, ""));
    }

    [Fact]
    public async Task A_long_body_is_cut()
    {
        var (world, application, key) = await StartAsync();

        await world.SendAsync("PUT", "/v2/customer_sessions/s1", $$$"""{"customerSession":{"note":"{{{new string('x', 40_000)}}}"}}""", 200, key: key);

        Assert.Equal(16 * 1024 + 3, Text(Assert.Single(await ListAsync(world, application, "")), "requestPayload").Length);
    }

    [Fact]
    public async Task A_day_is_removed_when_its_time_has_come_and_no_sooner()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var store = new MemoryStore(clock);
        var services = new PromotionServices(new(store, store, new InProcessGate(clock), clock, new SeededRandomSource(1), FinaliseMode.Inline));
        var pump = new QueuePump(store, services.Queues, clock);
        for (var i = 0; i < 300; i++)
            await services.AccessLogs.RecordAsync(7, new(Guid.Empty, 200, "PUT", "/x", clock.GetUtcNow().AddMilliseconds(i), "{}", "{}"));
        Assert.Equal(300, await CountAsync());

        for (var day = 1; day <= 30; day++)
            await NextDayAsync();

        Assert.True(await HasRowsAsync());
        await NextDayAsync();
        Assert.False(await HasRowsAsync());
        Assert.Equal((0, 0), (await CountAsync(), await store.CountAsync(QueueHandlers.AccessLogs, TestContext.Current.CancellationToken)));

        async Task NextDayAsync()
        {
            clock.Advance(TimeSpan.FromDays(1));
            await pump.RunOnceAsync(QueueHandlers.AccessLogs, (_, failure) => Assert.Fail(failure.ToString()), TestContext.Current.CancellationToken);
        }

        async Task<int> CountAsync() =>
            await services.AccessLogs.ReadAsync(7, DateTimeOffset.MinValue.AddDays(1), DateTimeOffset.MaxValue.AddDays(-1), TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken);

        async Task<bool> HasRowsAsync()
        {
            for (var shard = 0; shard < 16; shard++)
            {
                if ((await store.ReadRangeAsync($"accesslog.7.20260301.{shard.ToString(CultureInfo.InvariantCulture)}", KeyRange.All, 1, TestContext.Current.CancellationToken)).Rows.Count > 0)
                    return true;
            }

            return false;
        }
    }

    [Fact]
    public async Task Calls_that_wait_are_written_together_and_no_more_wait_than_memory_has_room_for()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var store = new MemoryStore(clock);
        var services = new PromotionServices(new(store, store, new InProcessGate(clock), clock, new SeededRandomSource(1), FinaliseMode.Inline));
        services.AccessLogs.Patience = TimeSpan.FromSeconds(1);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => services.AccessLogs.RecordAsync(7, new(Guid.Empty, 200, "PUT", "/x", clock.GetUtcNow(), "", ""))));
        Assert.Null(await store.ReadAsync("accesslog.7", "20260301", TestContext.Current.CancellationToken));
        await services.AccessLogs.FlushAsync();

        Assert.NotNull(await store.ReadAsync("accesslog.7", "20260301", TestContext.Current.CancellationToken));
        Assert.Equal(0, services.AccessLogs.Dropped);
    }

    private static async Task<(ManagementWorld World, string Application, string Key)> StartAsync()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        var key = await world.PostAsync($"{application}/apikeys", """{"title":"x","expires":"2999-01-01T00:00:00Z"}""");
        return (world, application, $"ApiKey-v1 {key.GetProperty("key").GetString()}");
    }

    private static async Task<List<JsonElement>> ListAsync(ManagementWorld world, string application, string query) =>
        [.. (await world.GetAsync($"{application}/access_logs/no_total?{Range}{query}")).GetProperty("data").EnumerateArray()];

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
