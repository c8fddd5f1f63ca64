using Talon.Promotions;
using Talon.Simulation;
using Talon.Storage;

namespace Talon.Bench;

/// <summary>
/// Several instances over one store close sessions with one coupon, and the store is 8 ms away. It runs in virtual time on one
/// thread: what is measured is how the instances wait for the store and for each other, and not how fast this machine is.
/// </summary>
internal static class ContentionBench
{
    private static readonly TimeSpan Trip = TimeSpan.FromMilliseconds(8);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);
    private static readonly (string Limit, int? SplitAfter)[] Limits = [("in one", int.MaxValue), ("split", null)];

    /// <summary>Runs it for 1, 2, 4 and 8 instances, with few clients each and with many, and with the limit in one row and split.</summary>
    public static void Run(TextWriter output)
    {
        output.WriteLine("instances  clients each   limit  closes/s  least of one  p50 ms  p99 ms  conflicts per close");
        foreach (var clients in (int[])[8, 32, 128])
        {
            foreach (var instances in (int[])[1, 2, 4, 8])
            {
                foreach (var (limit, splitAfter) in Limits)
                {
                    var round = Run(instances, clients, splitAfter);
                    output.WriteLine(FormattableString.Invariant(
                        $"{instances,9}  {clients,12}  {limit,6}  {round.Closes / Measured.TotalSeconds,8:F0}  {round.LeastOfOne / Measured.TotalSeconds,12:F0}  {round.At(0.5),6:F0}  {round.At(0.99),6:F0}  {(double)round.Conflicts / round.Closes,19:F2}"));
                }
            }
        }
    }

    private static Round Run(int instances, int clients, int? splitAfter)
    {
        var before = SynchronizationContext.Current;
        var scheduler = new SeededScheduler(new Random(1));
        var time = new VirtualTime(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        SynchronizationContext.SetSynchronizationContext(scheduler);
        try
        {
            var playing = new Round(time, instances, clients, splitAfter).PlayAsync();
            while (!playing.IsCompleted)
            {
                if (!scheduler.RunNext() && !time.TryAdvance())
                    throw new InvalidOperationException("Everybody waits for somebody else.");
            }

            return playing.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    /// <summary>One round: a shop, its instances and their clients.</summary>
    private sealed class Round(VirtualTime time, int instances, int clients, int? splitAfter)
    {
        private readonly List<TimeSpan> _took = [];
        private readonly int[] _closes = new int[instances];
        private readonly Dictionary<string, TimeSpan> _running = [];

        /// <summary>Sessions closed.</summary>
        public int Closes => _closes.Sum();

        /// <summary>Sessions closed by the instance that closed the fewest: one that never gets its turn does not slow the others down.</summary>
        public int LeastOfOne => _closes.Min();

        /// <summary>Conflicts meanwhile.</summary>
        public long Conflicts { get; private set; }

        /// <summary>How many milliseconds a share of the closes took at most, those that are still under way at the end counted with what they took so far.</summary>
        public double At(double share) => _took[(int)(share * (_took.Count - 1))].TotalMilliseconds;

        public async Task<Round> PlayAsync()
        {
            var memory = new MemoryStore(time);
            var store = new SlowStore(memory, time, new Random(2), Trip);
            var turnstiles = new InProcessTurnstiles();
            var services = Enumerable.Range(1, instances).Select(number => Instance(store, turnstiles, (ulong)number)).ToList();
            await services[0].Configurations.UpdateAsync(_ => InstanceRace.Shop(time.GetUtcNow()));
            var application = (await services[0].Configurations.GetAsync()).For(1).Application;
            await services[0].Coupons.CreateAsync(application, 1, new NewCoupons { NumberOfCoupons = 1, UsageLimit = 999_999, CouponPattern = "HOT" }, time.GetUtcNow(), CancellationToken.None);

            var end = time.GetUtcNow() + WarmUp + Measured;
            var running = services.SelectMany((instance, i) => Enumerable.Range(0, clients).Select(client => CloseAsync(instance, i, $"{i}-{client}", end))).ToList();
            await Task.Delay(WarmUp, time);
            _took.Clear();
            Array.Clear(_closes);
            var conflicts = store.Conflicts;
            await Task.Delay(Measured, time);
            Conflicts = store.Conflicts - conflicts;
            List<TimeSpan> took = [.. _took, .. _running.Values.Select(began => time.Elapsed - began)];
            var closes = _closes.ToArray();
            await Task.WhenAll(running);
            closes.CopyTo(_closes, 0);
            _took.Clear();
            _took.AddRange(took.Order());
            return this;
        }

        private async Task CloseAsync(PromotionServices instance, int index, string client, DateTimeOffset end)
        {
            for (var number = 0; time.GetUtcNow() < end; number++)
            {
                var began = _running[client] = time.Elapsed;
                var context = new RequestContext { ApplicationId = 1, Now = time.GetUtcNow() };
                var update = new SessionUpdate
                {
                    IntegrationId = $"{client}-{number}",
                    ProfileId = $"{client}-{number}",
                    State = SessionState.Closed,
                    CartItems = [new CartItem { Sku = "sku", Price = 49, Quantity = 1 }],
                    CouponCodes = ["HOT"],
                };
                await instance.Sessions.UpdateAsync(context, update, _ => [], CancellationToken.None);
                _took.Add(time.Elapsed - began);
                _closes[index]++;
                _running.Remove(client);
                await context.AfterAnswer.RunAsync();
            }
        }

        private PromotionServices Instance(SlowStore store, InProcessTurnstiles turnstiles, ulong seed)
        {
            var random = new SeededRandomSource(seed);
            var ports = new PromotionPorts(store, store, new LeaseGate(store, turnstiles, time, random), time, random, FinaliseMode.Queue);
            return new PromotionServices(splitAfter is { } conflicts ? ports with { SplitAfter = conflicts } : ports);
        }
    }
}
