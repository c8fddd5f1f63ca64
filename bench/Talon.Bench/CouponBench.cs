using System.Diagnostics;
using System.Text.Json;

namespace Talon.Bench;

/// <summary>Creates many coupons by a job, and redeems the last of them.</summary>
internal static class CouponBench
{
    private const int Coupons = 100_000;
    private const int Rounds = 3;

    public static async Task RunAsync()
    {
        await using var server = await BenchServer.StartAsync();
        using var management = new BenchClient(server.BaseUrl, $"ManagementKey-v1 {BenchServer.ManagementKey}");
        using var shop = new BenchClient(server.BaseUrl, $"ApiKey-v1 {await BenchShop.CreateAsync(management)}");
        for (var i = 0; i < Rounds; i++)
            await CreateAsync(server, management, shop, i);
    }

    // From the request to the end of the job, when the last coupon can be redeemed; that it can is tried after the clock is stopped.
    private static async Task CreateAsync(BenchServer server, BenchClient management, BenchClient shop, int round)
    {
        const string campaign = "/v1/applications/1/campaigns/1";
        var clock = Stopwatch.GetTimestamp();
        var processor = server.ProcessorTime;
        var begun = await management.SendAsync(HttpMethod.Post, $"{campaign}/coupons_async", $$"""{"usageLimit":1,"attributes":{},"numberOfCoupons":{{Coupons}} }""");
        JsonElement job;
        do
        {
            await Task.Delay(50);
            job = await management.SendAsync(HttpMethod.Get, $"/v1/jobs/{begun.GetProperty("jobId")}", "");
        }
        while (job.GetProperty("state").GetString() == "running");

        Console.WriteLine($"{job.GetProperty("done")} coupons by a job, until the last can be redeemed: {Stopwatch.GetElapsedTime(clock).TotalSeconds:F1} s, {(server.ProcessorTime - processor).TotalSeconds:F1} s of processor time");
        var last = await management.SendAsync(HttpMethod.Get, $"{campaign}/coupons/no_total?batchId={begun.GetProperty("batchId").GetString()}&skip={Coupons - 1}", "");
        var code = last.GetProperty("data")[0].GetProperty("value").GetString();
        var closed = await shop.SendAsync(HttpMethod.Put, $"/v2/customer_sessions/last{round}", BenchShop.Session.Replace("xmas20", code, StringComparison.Ordinal).Replace("\"cartItems\"", "\"state\":\"closed\",\"cartItems\"", StringComparison.Ordinal));
        if (!closed.GetRawText().Contains("acceptCoupon", StringComparison.Ordinal))
            throw new InvalidOperationException($"The last coupon was not redeemed: {closed}");
    }
}
