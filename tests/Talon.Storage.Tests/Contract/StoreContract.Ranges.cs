namespace Talon.Storage.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Rows_come_in_ordinal_order_of_their_keys()
    {
        string[] keys = ["b", "a", "B", "a-", "a ", "aa", "_", "~", " ", "0", "10", "9", "a0"];
        await CommitAsync([.. keys.Select(key => Change.Insert(key, Body(key)))]);

        Assert.Equal(keys.Order(StringComparer.Ordinal), await KeysAsync(KeyRange.All));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(StorageLimits.MaxPage)]
    public async Task Pages_follow_each_other_without_gap_or_repetition(int take)
    {
        var keys = Enumerable.Range(0, 10).Select(i => $"row-{i}").ToArray();
        await CommitAsync([.. keys.Select(key => Change.Insert(key, Body(key)))]);

        Assert.Equal(keys, await KeysAsync(KeyRange.All, take));
    }

    [Fact]
    public async Task Later_pages_stay_inside_the_range()
    {
        await CommitAsync([.. "abcdefgh".Select(letter => Change.Insert($"{letter}", Body("")))]);

        Assert.Equal(["b", "c", "d", "e"], await KeysAsync(new("b", "f"), take: 2));
        Assert.Equal(["g", "h"], await KeysAsync(new("g", null), take: 1));
        Assert.Empty(await KeysAsync(new("c", "c")));
        Assert.Empty(await KeysAsync(new("d", "b")));
    }

    [Fact]
    public async Task A_prefix_range_holds_what_begins_with_it()
    {
        await CommitAsync([.. new[] { "c", "claim", "claim.", "claim.1", "claim.2", "claim.~", "claim/".Replace('/', '0'), "d" }
            .Select(key => Change.Insert(key, Body("")))]);

        Assert.Equal(["claim.", "claim.1", "claim.2", "claim.~"], await KeysAsync(KeyRange.Prefix("claim.")));
        Assert.Equal(["claim.~"], await KeysAsync(KeyRange.Prefix("claim.~")));
        Assert.Equal(8, (await KeysAsync(KeyRange.Prefix(""))).Count);
    }

    [Fact]
    public async Task A_range_of_an_empty_partition_is_one_empty_page()
    {
        var page = await Tables.ReadRangeAsync("nobody", KeyRange.All);

        Assert.Empty(page.Rows);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_page_holds_no_more_bodies_than_a_transaction()
    {
        for (var i = 0; i < 5; i++)
            await CommitAsync(Change.Insert($"{i}", new byte[StorageLimits.MaxBody]));

        var page = await Tables.ReadRangeAsync(Partition, KeyRange.All);

        Assert.InRange(page.Rows.Count, 1, 4);
        Assert.Equal(["0", "1", "2", "3", "4"], await KeysAsync(KeyRange.All));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(StorageLimits.MaxPage + 1)]
    public async Task A_page_size_outside_the_limits_is_refused(int take) =>
        await RefusedAsync(() => Tables.ReadRangeAsync(Partition, KeyRange.All, take));

    [Fact]
    public async Task A_page_never_shows_half_a_transaction()
    {
        await PairAsync(0);
        var writer = Task.Run(async () =>
        {
            for (var i = 1; i <= 100; i++)
                await PairAsync(i);
        });

        do
        {
            var page = await Tables.ReadRangeAsync(Partition, KeyRange.All);
            if (page.Rows.Count == 2)
                Assert.Equal(Text(page.Rows[0]), Text(page.Rows[1]));
        }
        while (!writer.IsCompleted);
        await writer;

        async Task PairAsync(int value) => await CommitAsync(Change.Upsert("left", Body($"{value}")), Change.Upsert("right", Body($"{value}")));
    }
}
