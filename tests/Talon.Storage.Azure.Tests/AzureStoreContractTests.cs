using Azure.Storage.Queues;
using Talon.Storage.Azure;

[assembly: AssemblyFixture(typeof(Talon.Storage.Tests.AzuriteFixture))]

namespace Talon.Storage.Tests;

[Collection(nameof(AzuriteFixture))]
public sealed class AzureStoreContractTests(AzuriteFixture azurite) : StoreContract
{
    private static int lastTable;

    private readonly QueueServiceClient _queues = new(azurite.ConnectionString);

    protected override ITableStore Tables { get; } = new AzureTableStore(
        ShardMap.Single("one"),
        _ => StorageAccount.FromConnectionString(azurite.ConnectionString),
        $"contract{Interlocked.Increment(ref lastTable)}");

    protected override IMessageQueue Queue { get; } = new AzureMessageQueue(StorageAccount.FromConnectionString(azurite.ConnectionString));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await foreach (var queue in _queues.GetQueuesAsync())
            await _queues.DeleteQueueAsync(queue.Name);
    }

    protected override async ValueTask<int> CountAsync(string queue)
    {
        var client = _queues.GetQueueClient(queue);
        return await client.ExistsAsync() ? (await client.GetPropertiesAsync()).Value.ApproximateMessagesCount : 0;
    }

    protected override async ValueTask AdvanceAsync(TimeSpan time) => await azurite.AdvanceAsync(time);
}
