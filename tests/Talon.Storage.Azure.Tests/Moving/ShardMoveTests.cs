using Talon.Storage.Azure;

namespace Talon.Storage.Tests;

public sealed class ShardMoveTests(AzuriteFixture azurite)
{
    private const int Partitions = 40;
    private static int lastTable;

    private readonly ShardMap _one = ShardMap.Parse("0-1023=first");
    private readonly ShardMap _two = ShardMap.Parse("0-511=first;512-1023=second");
    private readonly string _table = $"moving{Interlocked.Increment(ref lastTable)}";

    [Fact]
    public async Task Rows_move_whole_and_those_of_other_shards_stay()
    {
        await FillAsync(_one, "body");

        var copied = await Move().CopyAsync();

        Assert.Equal(await AllAsync(_one), await AllAsync(_two));
        var removed = await Move().RemoveAsync();
        Assert.Equal(copied, removed);
        Assert.InRange(copied, 1, (Partitions * 3) - 1);
        Assert.Equal(Partitions * 3, (await AllAsync(_two)).Count);
        Assert.Equal((Partitions * 3) - copied, (await AllAsync(_one)).Count);
    }

    [Fact]
    public async Task A_copy_may_be_said_again_and_taken_back()
    {
        await FillAsync(_one, "body");
        var copied = await Move().CopyAsync();

        Assert.Equal(copied, await Move().CopyAsync());
        Assert.Equal(copied, await Move().DiscardAsync());

        Assert.Equal(Partitions * 3, (await AllAsync(_one)).Count);
        await FillAsync(_one, "changed meanwhile");
        Assert.Equal(copied, await Move().CopyAsync());
        Assert.Equal(await AllAsync(_one), await AllAsync(_two));
    }

    [Fact]
    public async Task Rows_that_changed_since_they_were_moved_are_never_overwritten()
    {
        await FillAsync(_one, "body");
        await Move().CopyAsync();
        await FillAsync(_two, "newer");

        await Assert.ThrowsAsync<ShardMoveException>(() => Move().CopyAsync());

        Assert.All((await AllAsync(_two)).Where(row => row.Key.EndsWith("row 1", StringComparison.Ordinal)), row => Assert.StartsWith("newer", row.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_in_the_way_stop_a_copy_and_nothing_is_removed_before_it_is_copied()
    {
        await FillAsync(_one, "body");
        await Assert.ThrowsAsync<ShardMoveException>(() => Move().RemoveAsync());
        var moving = Enumerable.Range(0, 100).Select(i => $"stray {i}").First(partition => _two.ConnectionOf(partition) == 1);
        await Store(_two).CommitAsync(moving, [Change.Insert("row", new byte[1])]);

        await Assert.ThrowsAsync<ShardMoveException>(() => Move().CopyAsync());

        Assert.Equal(Partitions * 3, (await AllAsync(_one)).Count);
    }

    private ShardMove Move() => new(_one, _two, Account, _table);

    private AzureTableStore Store(ShardMap map) => new(map, Account, _table);

    private StorageAccount Account(string name) => StorageAccount.FromConnectionString(name == "first" ? azurite.ConnectionString : azurite.SecondConnectionString);

    /// <summary>Three rows in each partition, one of them large.</summary>
    private async Task FillAsync(ShardMap map, string body)
    {
        for (var i = 0; i < Partitions; i++)
            await Store(map).CommitAsync($"partition {i}", [Change.Upsert("row 1", System.Text.Encoding.UTF8.GetBytes($"{body} {i}")), Change.Upsert("row 2", default), Change.Upsert("row 3", new byte[200_000])]);
    }

    private async Task<SortedDictionary<string, string>> AllAsync(ShardMap map)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Partitions; i++)
            foreach (var row in (await Store(map).ReadRangeAsync($"partition {i}", KeyRange.All)).Rows)
                rows.Add($"{i} {row.Key}", row.Body.Length > 100 ? $"{row.Body.Length}" : System.Text.Encoding.UTF8.GetString(row.Body.Span));
        return rows;
    }
}
