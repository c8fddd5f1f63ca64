using System.Diagnostics;
using System.Globalization;
using Talon.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["races", .. var races])
    return await RaceCommand.RunAsync(races, Console.Out);
if (args is ["coupons"])
{
    await CouponBench.RunAsync();
    return 0;
}

if (args is ["start", .. var published])
{
    await MeasureStartAsync(published is [var folder, ..] ? folder : AppContext.BaseDirectory);
    return 0;
}

if (args is ["contention"])
{
    ContentionBench.Run(Console.Out);
    return 0;
}

await MeasureStartAsync(AppContext.BaseDirectory);
await MeasureUpdatesAsync();
await CouponBench.RunAsync();
return 0;

// From exec of the server, with the demo store to load, to the answer of a session update.
static async Task MeasureStartAsync(string programs)
{
    const int rounds = 5;
    var times = new List<double>();
    for (var i = 0; i < rounds; i++)
    {
        var clock = Stopwatch.GetTimestamp();
        await using var server = await BenchServer.StartFromAsync(programs, "--demo");
        using var client = new BenchClient(server.BaseUrl, $"ApiKey-v1 {server.DemoKey}");
        await client.SendAsync(HttpMethod.Put, "/v2/customer_sessions/first", BenchShop.Session);
        times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
    }

    times.Sort();
    Console.WriteLine($"Start to first answer, demo store loaded: {times[rounds / 2]:F0} ms (median of {rounds}; {times[0]:F0} to {times[^1]:F0})");
}

static async Task MeasureUpdatesAsync()
{
    const int warmUp = 3000;
    const int measured = 5000;
    await using var server = await BenchServer.StartAsync();
    using var management = new BenchClient(server.BaseUrl, $"ManagementKey-v1 {BenchServer.ManagementKey}");
    var key = await BenchShop.CreateAsync(management);
    using var client = new BenchClient(server.BaseUrl, $"ApiKey-v1 {key}");
    await RunAsync(client, "warm", warmUp);
    Report("Open-session update, 10 campaigns, 1 client, synced to disk", await RunAsync(client, "s", measured));
    Report("The same as a dry run", await RunAsync(client, "s", measured, "?dry=true"));

    foreach (var clients in (int[])[16, 64])
    {
        var clock = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(n => RunAsync(client, $"c{n}", measured / clients)));
        Console.WriteLine($"Throughput with {clients} clients: {measured / Stopwatch.GetElapsedTime(clock).TotalSeconds:F0} updates/s");
    }
}

static async Task<List<double>> RunAsync(BenchClient client, string name, int count, string query = "")
{
    const int sessions = 50;
    var times = new List<double>(count);
    for (var i = 0; i < count; i++)
    {
        var clock = Stopwatch.GetTimestamp();
        await client.SendAsync(HttpMethod.Put, $"/v2/customer_sessions/{name}{i % sessions}{query}", BenchShop.Session);
        times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
    }

    return times;
}

static void Report(string what, List<double> times)
{
    times.Sort();
    Console.WriteLine($"{what}: p50 {times[times.Count / 2]:F2} ms, p99 {times[times.Count * 99 / 100]:F2} ms, max {times[^1]:F1} ms");
}
