using System.Collections.Concurrent;

namespace Talon.Server.Tests;

public sealed class RestartTests
{
    private const string Key = "management-key-of-the-tests";

    private const int Writers = 4;
    private const int WritesBeforeTheKill = 200;

    [Fact]
    public async Task After_a_restart_everything_is_still_there()
    {
        using var folder = new TestFolder();
        using var http = new HttpClient(new AnswerChecker());
        Shop shop;
        Reply closed;
        await using (var server = await ServerProcess.StartAsync(folder.Path, "--management-key", Key))
        {
            shop = await CreateShopAsync(http, server.BaseUrl);
            await shop.CreateCouponAsync(await shop.CreateCampaignAsync(), "restart1", usageLimit: 1);
            closed = await shop.PutSessionAsync("s", $"{Shop.Cart},\"couponCodes\":[\"restart1\"],\"state\":\"closed\"", more: ",\"responseContent\":[\"customerSession\"]");
            Assert.Equal(0, await server.TerminateAsync());
        }

        await using var again = await ServerProcess.StartAsync(folder.Path);
        var api = new ApiClient(http, again.BaseUrl, $"ApiKey-v1 {shop.Key}");
        var stored = (await api.GetAsync("/v2/customer_sessions/s")).Expect(200).Json;
        Assert.Equal(closed.Json.GetProperty("customerSession").GetRawText(), stored.GetProperty("customerSession").GetRawText());
        Assert.Equal(closed.Json.GetProperty("effects").GetRawText(), stored.GetProperty("effects").GetRawText());
        var late = await api.PutAsync("/v2/customer_sessions/t", $$"""{"customerSession":{ {{Shop.Cart}},"couponCodes":["restart1"]} }""");
        Assert.Equal("CouponLimitReached", late.Expect(200).Props("rejectCoupon").GetProperty("rejectionReason").GetString());
        (await new ApiClient(http, again.BaseUrl, $"ManagementKey-v1 {Key}").GetAsync($"/v1/applications/{shop.Id}")).Expect(200);
    }

    [Fact]
    public async Task After_a_kill_in_the_middle_of_writes_nothing_acknowledged_is_lost()
    {
        using var folder = new TestFolder();
        using var http = new HttpClient(new AnswerChecker());
        var acknowledged = new ConcurrentDictionary<string, string>();
        string? apiKey = null;
        for (var round = 0; round < 3; round++)
        {
            await using var server = await ServerProcess.StartAsync(folder.Path, "--management-key", Key);
            apiKey ??= (await CreateShopAsync(http, server.BaseUrl)).Key;
            var api = new ApiClient(http, server.BaseUrl, $"ApiKey-v1 {apiKey}");
            foreach (var (id, session) in acknowledged)
                Assert.Equal(session, Session(await api.GetAsync($"/v2/customer_sessions/{id}")));

            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var target = acknowledged.Count + WritesBeforeTheKill;
            var writers = Enumerable.Range(0, Writers).Select(writer => WriteAsync(api, $"r{round}w{writer}", acknowledged, target, enough)).ToArray();
            await enough.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            await server.KillAsync();
            await Task.WhenAll(writers);
        }

        Assert.True(acknowledged.Count >= 3 * WritesBeforeTheKill);
        await using var last = await ServerProcess.StartAsync(folder.Path);
        foreach (var (id, session) in acknowledged)
            Assert.Equal(session, Session(await new ApiClient(http, last.BaseUrl, $"ApiKey-v1 {apiKey}").GetAsync($"/v2/customer_sessions/{id}")));
    }

    private static async Task WriteAsync(ApiClient api, string name, ConcurrentDictionary<string, string> acknowledged, int target, TaskCompletionSource enough)
    {
        for (var i = 0; ; i++)
        {
            Reply reply;
            try
            {
                reply = await api.PutAsync($"/v2/customer_sessions/{name}n{i}", $$"""{"customerSession":{{{Shop.Cart}}},"responseContent":["customerSession"]}""");
            }
            catch (HttpRequestException)
            {
                return;
            }

            acknowledged[$"{name}n{i}"] = Session(reply);
            if (acknowledged.Count >= target)
                enough.TrySetResult();
        }
    }

    private static string Session(Reply reply) => reply.Expect(200).Json.GetProperty("customerSession").GetRawText();

    private static Task<Shop> CreateShopAsync(HttpClient http, string baseUrl) =>
        Shop.CreateAsync(http, baseUrl, new ApiClient(http, baseUrl, $"ManagementKey-v1 {Key}"));
}
