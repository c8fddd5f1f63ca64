namespace Talon.Bench;

/// <summary>64 clients close 64 sessions at once, with one coupon of limit 10, over HTTP: 10 are accepted, each time.</summary>
internal static class HttpRace
{
    private const int Clients = 64;
    private const int Limit = 10;

    /// <summary>Runs it.</summary>
    /// <exception cref="RaceException">It was not 10.</exception>
    public static async Task RunAsync(int count, TextWriter output)
    {
        await using var server = await BenchServer.StartAsync();
        using var management = new BenchClient(server.BaseUrl, $"ManagementKey-v1 {BenchServer.ManagementKey}");
        using var api = new BenchClient(server.BaseUrl, $"ApiKey-v1 {await RaceShop.CreateAsync(management)}");
        var shop = new RaceShop(management, api);
        for (var round = 0; round < count; round++)
        {
            var code = FormattableString.Invariant($"race-{round}");
            await shop.CreateCouponAsync(code, Limit);
            var answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client =>
                shop.CloseAsync(FormattableString.Invariant($"s{round}-{client}"), FormattableString.Invariant($"c{client}"), code)));
            RaceException.Expect(Limit, answers.Sum(effects => RaceShop.Accepted(effects).Count()), $"{code}, accepted");
            RaceException.Expect(Clients - Limit, answers.SelectMany(RaceShop.Rejections).Count(reason => reason == "CouponLimitReached"), $"{code}, CouponLimitReached");
            RaceException.Expect(Limit, await shop.RedeemedAsync(code), $"{code}, redemptions counted");
        }

        await output.WriteLineAsync(FormattableString.Invariant($"http: {count} times {Clients} clients with a coupon of limit {Limit} over HTTP: exactly {Limit} accepted each time."));
    }
}
