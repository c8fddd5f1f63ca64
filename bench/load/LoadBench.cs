using Talon.Bench;

namespace Talon.Load;

/// <summary>The pieces of the load benchmark, each over a new server with a store of its own.</summary>
/// <param name="time">How long each measurement takes.</param>
internal sealed class LoadBench(TimeSpan time)
{
    private const decimal PointsOfCart = 123;
    private const int MostClosesPerSecond = 3000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestUntilEmpty = TimeSpan.FromSeconds(2);

    /// <summary>Whether all that has to hold after closes did.</summary>
    public bool Holds { get; private set; } = true;

    /// <summary>Updates of open sessions, each of another session and customer.</summary>
    public async Task UpdatesAsync()
    {
        await using var server = await StartAsync();
        using var management = Management(server);
        var shop = await LoadShop.CreateAsync(management.SendAsync);
        var updates = new LoadRun(server, $"ApiKey-v1 {shop.Key}", number => LoadShop.Open("open", number));
        await updates.AsFastAsPossibleAsync(WarmUp);
        var fast = await updates.AsFastAsPossibleAsync(time);
        Tell("Open-session updates", fast);
        Tell("At half that rate", await updates.SteadilyAsync(time, fast.Rate / 2));
    }

    /// <summary>Closes with a coupon and points, each of another session, customer and coupon.</summary>
    public async Task ClosesAsync()
    {
        await using var server = await StartAsync();
        using var management = Management(server);
        var shop = await LoadShop.CreateAsync(management.SendAsync);
        var codes = await shop.CouponsAsync((int)((WarmUp + 1.6 * time).TotalSeconds * MostClosesPerSecond));
        var closes = new LoadRun(server, $"ApiKey-v1 {shop.Key}", number => LoadShop.Close("close", number, codes[number]));
        await closes.AsFastAsPossibleAsync(WarmUp);
        var fast = await closes.AsFastAsPossibleAsync(time, codes.Count - closes.Sent);
        Tell("Closes with a coupon and points", fast);
        await CheckAsync(server, shop, closes.Sent);
        Tell("At half that rate", await closes.SteadilyAsync(time, fast.Rate / 2));
        await CheckAsync(server, shop, closes.Sent);
        await CheckFileAsync(server, closes.Sent);
    }

    /// <summary>Closes that all redeem one coupon.</summary>
    public async Task HotAsync()
    {
        await using var server = await StartAsync();
        using var management = Management(server);
        var shop = await LoadShop.CreateAsync(management.SendAsync);
        await shop.HotCouponAsync("hot");
        var closes = new LoadRun(server, $"ApiKey-v1 {shop.Key}", number => LoadShop.Close("hot", number, "hot"));
        await closes.AsFastAsPossibleAsync(WarmUp);
        Tell("Closes with one coupon for all", await closes.AsFastAsPossibleAsync(time));
        await CheckAsync(server, shop, closes.Sent);
        await CheckFileAsync(server, closes.Sent);
    }

    private static Task<BenchServer> StartAsync() => BenchServer.StartAsync();

    private static BenchClient Management(BenchServer server) => new(server.BaseUrl, $"ManagementKey-v1 {BenchServer.ManagementKey}");

    private static void Tell(string what, LoadResult result) => Console.WriteLine($"{what}: {result} (load average {LoadAverage()})");

    /// <summary>After the last close the queues are soon empty, and what the API tells is what was closed.</summary>
    private async Task CheckAsync(BenchServer server, LoadShop shop, int closes)
    {
        var empty = await QueueWatch.UntilEmptyAsync(server.DataFolder);
        Judge($"the queues were empty {empty.TotalSeconds:F2} s after the last answer", empty <= LongestUntilEmpty);
        var (sessions, redemptions, points) = await shop.CountedAsync();
        var parked = await shop.ParkedAsync();
        Judge(
            $"{closes} closes, counted {sessions} sessions, {redemptions} redemptions and {points} points, {parked} parked",
            (sessions, redemptions, points, parked) == (closes, closes, closes * PointsOfCart, 0));
    }

    /// <summary>Ends the server without warning, and looks through what it left: the invariants that a store can tell.</summary>
    private async Task CheckFileAsync(BenchServer server, int closes)
    {
        await server.KillAsync();
        var file = Path.Combine(server.DataFolder, "talon.db");
        LeftOvers.Check(file);
        var sums = StoreSums.Of(file);
        Judge(
            $"the file has no coupon above its limit, counters that are the sum of their claims, balances that are the sum of their entries and nothing left over; {sums.ClosedSessions} closed sessions of {sums.Sales}, {sums.Redemptions} redemptions, {sums.Points} points",
            (sums.ClosedSessions, sums.Sales, sums.Redemptions, sums.Points) == (closes, closes * PointsOfCart, closes, closes * PointsOfCart));
    }

    private void Judge(string what, bool holds)
    {
        Holds &= holds;
        Console.WriteLine($"  {what}: {(holds ? "holds" : "DOES NOT HOLD")}");
    }

    private static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
