namespace Talon.Bench;

/// <summary>Kills the server at random moments under load, and starts it again: what was acknowledged is redeemed exactly once, and nothing is left without an owner.</summary>
internal static class KillRace
{
    private const int Clients = 8;
    private const int Limit = 10;
    private static readonly TimeSpan LongestLoad = TimeSpan.FromMilliseconds(600);

    /// <summary>Runs it.</summary>
    /// <exception cref="RaceException">Something was lost, counted twice or left behind.</exception>
    public static async Task RunAsync(int count, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("talon-kills-");
        var random = new Random(count);
        var (acknowledged, unanswered) = (0, 0);
        try
        {
            var server = await BenchServer.StartOverAsync(folder.FullName);
            try
            {
                using var first = new BenchClient(server.BaseUrl, Management);
                var key = await RaceShop.CreateAsync(first);
                for (var number = 0; number < count; number++)
                {
                    var round = new KillRound(number, Limit, Clients);
                    using (var before = new KillClients(server, Management, key))
                        await round.LoadAsync(before.Shop, server, LongestLoad * random.NextDouble());
                    await server.DisposeAsync();
                    server = await BenchServer.StartOverAsync(folder.FullName);
                    using var after = new KillClients(server, Management, key);
                    await round.CheckAsync(after.Shop);
                    acknowledged += round.Acknowledged;
                    unanswered += round.Unanswered;
                }
            }
            finally
            {
                await server.DisposeAsync();
            }

            LeftOvers.Check(Path.Combine(folder.FullName, "talon.db"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        await output.WriteLineAsync(FormattableString.Invariant($"kills: {count} kills under load of {Clients} clients, {acknowledged} closes acknowledged and {unanswered} unanswered: each acknowledged one is redeemed exactly once, nothing is left without an owner."));
    }

    private static string Management => $"ManagementKey-v1 {BenchServer.ManagementKey}";

    private sealed class KillClients(BenchServer server, string management, string key) : IDisposable
    {
        private readonly BenchClient _management = new(server.BaseUrl, management);
        private readonly BenchClient _api = new(server.BaseUrl, $"ApiKey-v1 {key}");

        public RaceShop Shop => new(_management, _api);

        public void Dispose()
        {
            _management.Dispose();
            _api.Dispose();
        }
    }
}
