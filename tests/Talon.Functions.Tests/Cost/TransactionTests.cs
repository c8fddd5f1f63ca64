using Talon.Promotions;
using Talon.Storage;

namespace Talon.Functions.Tests;

/// <summary>What docs/azure.md reckons with when it says what a million updates cost.</summary>
public sealed class TransactionTests
{
    [Fact]
    public async Task An_update_and_a_close_take_as_many_transactions_as_the_page_says()
    {
        var store = new MemoryStore(TimeProvider.System);
        var trips = new StorageTrips();
        var world = await new FunctionsWorld(trips.Tables(store), trips.Queue(store)).WithShopAsync();
        await world.PutSessionAsync("cart");

        var update = await CountAsync(() => world.PutSessionAsync("cart"));
        var close = await CountAsync(() => world.PutSessionAsync("cart", "closed"));
        var message = Assert.Single(store.Messages(), message => OutboxQueues.All.Contains(message.Queue));
        var function = await CountAsync(() => world.Application.Queues.HandleAsync(message.Queue, message.Body, TestContext.Current.CancellationToken));

        Assert.InRange(update.Reads + update.Commits, 1, 11);
        Assert.InRange(close.Reads + close.Commits + function.Reads + function.Commits, 1, 26);
        Assert.Equal((0, 3, 0), (update.QueueOperations, close.QueueOperations, function.QueueOperations));

        async Task<TripCount> CountAsync(Func<Task> act)
        {
            var before = trips.Count;
            await act();
            var after = trips.Count;
            return new(after.Trips - before.Trips, after.Reads - before.Reads, after.Commits - before.Commits, after.QueueOperations - before.QueueOperations, after.BytesWritten - before.BytesWritten);
        }
    }
}
