using System.Globalization;
using System.Net;
using System.Text.Json;
using Talon.Storage;

namespace Talon.Functions.Tests;

/// <summary>However many want the same, a request asks the store for no more than a fixed amount: what many cost is their number times that.</summary>
public sealed class ContentionTests
{
    private const int MostOperations = 80;

    private readonly CountingStore _store;
    private readonly FakeEntities _entities = new(new TurnstileEntity());
    private readonly FunctionsWorld _world;

    public ContentionTests()
    {
        var memory = new MemoryStore(TimeProvider.System);
        _store = new CountingStore(memory);
        _world = new(_store, memory, new FakeDurableClient(_entities));
    }

    [Fact]
    public async Task Twenty_clients_of_one_customer_who_try_until_it_is_their_turn()
    {
        await _world.WithShopAsync();

        var requests = await ServedAsync(Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => CloseAsync($"cart-{i}")))));

        Assert.Equal(20, requests.SelectMany(tries => tries).Count(request => request.Result.StatusCode == HttpStatusCode.OK));
        Assert.Single(requests, tries => tries[^1].Result.Text.Contains("acceptCoupon", StringComparison.Ordinal));
        AssertBounded([.. requests.SelectMany(tries => tries)]);
    }

    [Fact]
    public async Task Sixty_four_customers_who_want_forty_codes_of_one_pool()
    {
        await _world.WithShopAsync();
        await AddGiveawaysAsync([.. Enumerable.Range(0, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"CODE{i}"))]);

        var requests = await ServedAsync(Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => _store.CountAsync(() => _world.PutSessionAsync($"cart-{i}", "closed", $"customer-{i}"))))));

        Assert.All(requests, request => Assert.Equal(HttpStatusCode.OK, request.Result.StatusCode));
        Assert.Equal(40, requests.Count(request => request.Result.Text.Contains("awardGiveaway", StringComparison.Ordinal)));
        AssertBounded(requests);
    }

    private static void AssertBounded(IReadOnlyCollection<(FakeResponse Result, int Operations)> requests) =>
        Assert.All(requests, request => Assert.True(request.Operations <= MostOperations, $"{request.Operations} operations: {request.Result.StatusCode} {request.Result.Text}"));

    /// <summary>Closes a session, again as long as others are updating the same customer.</summary>
    private async Task<List<(FakeResponse Result, int Operations)>> CloseAsync(string session)
    {
        var tries = new List<(FakeResponse Result, int Operations)>();
        while (tries is not [.., { Result.StatusCode: not HttpStatusCode.Conflict }])
            tries.Add(await _store.CountAsync(() => _world.PutSessionAsync(session, "closed")));
        return tries;
    }

    private async Task<T> ServedAsync<T>(Task<T> requests)
    {
        while (!requests.IsCompleted)
        {
            await _entities.ServeAsync();
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        return await requests;
    }

    private async Task AddGiveawaysAsync(string[] codes)
    {
        var pool = await _world.SetUpAsync("/v1/giveaways/pools", $$"""{"name":"Tickets","sandbox":true,"subscribedApplicationsIds":[{{_world.ApplicationId}}]}""");
        await _world.ImportAsync($"/v1/giveaways/pools/{pool.GetProperty("id").GetRawText()}/import", "code\r\n" + string.Join("\r\n", codes));
        await _world.AddCampaignAsync("""[{"title":"A ticket","condition":[">",[".","Session","Total"],0],"effects":[["awardGiveaway","Tickets","A ticket"]]}]""");
    }
}
