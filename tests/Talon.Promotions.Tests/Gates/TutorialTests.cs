using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>The tutorial's example of parallel requests: one profile update runs, two session updates of the customer wait, a further request is refused.</summary>
public sealed class TutorialTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_profile_update_runs_two_session_updates_wait_and_a_further_request_is_refused(bool leases) => new StorageTrips().Measure(async () =>
    {
        var (shop, slow) = await OpenAsync(leases);
        var running = shop.UpdateAsync(new ProfileUpdate { IntegrationId = "customer", Attributes = Sample.Json("""{"Name": "Ann"}"""), RunRuleEngine = true });
        await slow.Reached;
        var waiting = new[] { SessionAsync(shop, "s1", "here"), SessionAsync(shop, "s2", "there") };
        await LetTimePassAsync(shop, 200);
        Assert.All(waiting, update => Assert.False(update.IsCompleted, "Nobody of the same customer runs beside the profile update."));

        var refusal = SessionAsync(shop, "s3", "there");
        await LetTimePassAsync(shop, 200);
        var conflict = await Assert.ThrowsAsync<ConflictException>(() => refusal);
        Assert.Equal("Too many requests are updating this profile/session at the same time", conflict.Message);
        Assert.Empty((await shop.UpdateAsync(Shop.Cart("other") with { ProfileId = "somebody else" })).Effects);

        slow.LetGo();
        await LetTimePassAsync(shop, 500);
        await Task.WhenAll(waiting);
        await running;
    });

    private static Task<IntegrationState> SessionAsync(Shop shop, string id, string instance) =>
        shop.UpdateAsync(Shop.Cart(id) with { ProfileId = "customer" }, instance);

    private static async Task LetTimePassAsync(Shop shop, int milliseconds)
    {
        for (var i = 0; i < milliseconds; i++)
        {
            shop.Clock.Advance(TimeSpan.FromMilliseconds(1));
            for (var turn = 0; turn < 20; turn++)
                await Task.Yield();
        }
    }

    private static async Task<(Shop Shop, HeldCommit Slow)> OpenAsync(bool leases)
    {
        var shop = new Shop();
        var slow = new HeldCommit(shop.Store);
        shop.Tables = slow;
        if (leases)
            shop.Gate = new LeaseGate(shop.Store, new InProcessTurnstiles(), shop.Clock, new SeededRandomSource(5));
        await shop.OpenAsync();
        return (shop, slow);
    }

    /// <summary>Holds the first commit of a profile's row until it is let go.</summary>
    private sealed class HeldCommit(MemoryStore store) : ITableStore
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void LetGo() => _letGo.SetResult();

        public ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default) => store.ReadAsync(partition, key, cancellation);

        public ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default) => store.ReadRangeAsync(partition, range, take, cancellation);

        public async ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
        {
            if (partition == Partitions.Profile("customer") && _reached.TrySetResult())
                await _letGo.Task;
            return await store.CommitAsync(partition, changes, cancellation);
        }
    }
}
