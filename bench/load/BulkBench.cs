using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Talon.Bench;

namespace Talon.Load;

/// <summary>The largest requests, one at a time: how long they take, and how much memory the server needs for them.</summary>
internal sealed class BulkBench : IAsyncDisposable
{
    private const int Repeats = 10;
    private const int Profiles = 1_000;
    private const int Transactions = 10_000;
    private const int Coupons = 1_000;
    private const int Items = 100_000;
    private const int ItemsOfCall = 1_000;
    private const int Lines = 16;
    private const double Megabyte = 1024 * 1024;

    private readonly BenchServer _server;
    private readonly BenchClient _management;
    private readonly BenchClient _integration;
    private readonly LoadShop _shop;

    private BulkBench(BenchServer server, BenchClient management, LoadShop shop) =>
        (_server, _management, _shop, _integration) = (server, management, shop, new BenchClient(server.BaseUrl, $"ApiKey-v1 {shop.Key}"));

    /// <summary>Measures all of it over a new server.</summary>
    public static async Task MeasureAsync()
    {
        var server = await BenchServer.StartAsync();
        var management = new BenchClient(server.BaseUrl, $"ManagementKey-v1 {BenchServer.ManagementKey}");
        await using var bench = new BulkBench(server, management, await LoadShop.CreateAsync(management.SendAsync));
        Console.WriteLine($"A server at rest: {bench.Memory()}");
        await bench.ProfilesAsync();
        await bench.InventoryAsync();
        await bench.CatalogAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _integration.Dispose();
        _management.Dispose();
        await _server.DisposeAsync();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private async Task ProfilesAsync()
    {
        var profiles = string.Join(',', Enumerable.Range(0, Profiles).Select(i => Invariant($$"""{"integrationId":"bulk-{{i}}","attributes":{"Name":"Customer {{i}}","ShippingCity":"Berlin"} }""")));
        await TellAsync($"{Profiles} profiles in one call", () => _integration.SendAsync(HttpMethod.Put, "/v2/customer_profiles?silent=no", $$"""{"customerProfiles":[{{profiles}}]}"""));
    }

    private async Task InventoryAsync()
    {
        await _integration.SendAsync(HttpMethod.Put, "/v2/customer_profiles/rich", "{}");
        var points = Invariant($"/v1/loyalty_programs/{_shop.Program}/profile/rich");
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Transactions; i++)
            await _management.SendAsync(HttpMethod.Put, points + "/add_points", """{"points":1}""");
        Console.WriteLine(Invariant($"{Transactions} transactions of one customer, one after another: {watch.Elapsed.TotalSeconds:F1} s"));
        await _management.SendAsync(HttpMethod.Post, Invariant($"/v1/applications/{_shop.Application}/campaigns/{_shop.Campaign}/coupons"), Invariant($$"""{"usageLimit":1,"numberOfCoupons":{{Coupons}},"recipientIntegrationId":"rich"}"""));
        await TellAsync($"The inventory of a customer with {Transactions} transactions and {Coupons} coupons", () => GetAsync("/v1/customer_profiles/rich/inventory?profile=true&referrals=true&coupons=true&loyalty=true&giveaways=true&achievements=true"));
        await TellAsync("The first page of the transactions", () => GetAsync(points + "/transactions?pageSize=50"));
        await TellAsync("The last page of the transactions", () => GetAsync(Invariant($"{points}/transactions?pageSize=50&skip={Transactions - 50}")));
        await TellAsync("A session update of that customer", () => _integration.SendAsync(HttpMethod.Put, "/v2/customer_sessions/rich", """{"customerSession":{"profileId":"rich","cartItems":[{"sku":"a","quantity":1,"price":5}]},"responseContent":["loyalty"]}"""));
    }

    private async Task CatalogAsync()
    {
        var catalog = (await _management.SendAsync(HttpMethod.Post, "/v1/catalogs", """{"name":"everything","description":""}""")).GetProperty("id").GetInt64();
        var sync = Invariant($"/v1/catalogs/{catalog}/sync");
        var watch = Stopwatch.StartNew();
        for (var first = 0; first < Items; first += ItemsOfCall)
            await SyncAsync(sync, string.Join(',', Enumerable.Range(first, ItemsOfCall).Select(i => Invariant($$"""{"type":"ADD","payload":{"sku":"sku-{{i}}","price":{{i % 500}}.5,"product":{"name":"Product {{i % 1000}}"} } }"""))));
        Console.WriteLine(Invariant($"A catalog of {Items} items, {ItemsOfCall} a call: {watch.Elapsed.TotalSeconds:F1} s ({Memory()})"));
        var lines = string.Join(',', Enumerable.Range(0, Lines).Select(i => Invariant($$"""{"sku":"sku-{{i * 5000}}","quantity":1}""")));
        await TellAsync($"A cart of {Lines} of them", () => _integration.SendAsync(HttpMethod.Put, "/v2/customer_sessions/catalog", $$"""{"customerSession":{"cartItems":[{{lines}}]} }"""));
        await TellAsync("A page of 50 of them", () => GetAsync(Invariant($"/v1/catalogs/{catalog}/items?pageSize=50"), _management));
        watch.Restart();
        await SyncAsync(sync, """{"type":"PATCH_MANY","payload":{"price":7}}""");
        Console.WriteLine(Invariant($"One action that patches all of them: {watch.Elapsed.TotalSeconds:F1} s ({Memory()})"));
    }

    private Task SyncAsync(string sync, string actions) => _integration.SendAsync(HttpMethod.Put, sync, $$"""{"actions":[{{actions}}]}""");

    private Task<JsonElement> GetAsync(string path, BenchClient? client = null) => (client ?? _integration).SendAsync(HttpMethod.Get, path, "");

    private async Task TellAsync(string what, Func<Task> call)
    {
        var times = new List<double>();
        for (var i = 0; i < Repeats; i++)
        {
            var watch = Stopwatch.StartNew();
            await call();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine(Invariant($"{what}: first {times[0]:F0} ms, median {times.Order().ElementAt(Repeats / 2):F0} ms, longest {times.Max():F0} ms ({Memory()})"));
    }

    private string Memory()
    {
        var (now, most) = _server.Memory;
        return Invariant($"{now / Megabyte:F0} MB, at most {most / Megabyte:F0} MB");
    }
}
