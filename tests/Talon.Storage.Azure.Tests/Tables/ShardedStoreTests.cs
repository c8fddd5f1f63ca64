using Talon.Storage.Azure;

namespace Talon.Storage.Tests;

public sealed class ShardedStoreTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Each_partition_is_kept_in_the_account_of_its_shard()
    {
        var map = ShardMap.Parse("0-511=First;512-1023=Second");
        var accounts = new Dictionary<string, StorageAccount>
        {
            ["First"] = StorageAccount.FromConnectionString(azurite.ConnectionString),
            ["Second"] = StorageAccount.FromConnectionString(azurite.SecondConnectionString),
        };
        var both = new AzureTableStore(map, name => accounts[name], "sharded");
        var first = new AzureTableStore(ShardMap.Single("First"), name => accounts[name], "sharded");
        var second = new AzureTableStore(ShardMap.Single("Second"), name => accounts[name], "sharded");

        foreach (var partition in Enumerable.Range(0, 20).Select(i => $"partition-{i}"))
        {
            await both.CommitAsync(partition, [Change.Insert("row", default)]);

            var inFirst = ShardMap.ShardOf(partition) < 512;
            Assert.NotNull(await both.ReadAsync(partition, "row"));
            Assert.Equal(inFirst, await first.ReadAsync(partition, "row") is not null);
            Assert.Equal(!inFirst, await second.ReadAsync(partition, "row") is not null);
        }
    }
}
