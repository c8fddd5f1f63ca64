using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Talon.Storage.Tests;

public sealed class MemoryStoreTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Without_interleaving_everything_is_done_at_once()
    {
        var store = new MemoryStore(_time);

        Assert.True(store.CommitAsync("p", [Change.Insert("k", default)]).AsTask().IsCompleted);
        Assert.True(store.ReadRangeAsync("p", KeyRange.All).AsTask().IsCompleted);
        Assert.True(store.SendAsync("inbox", "body").AsTask().IsCompleted);
        Assert.Single(await store.ReceiveAsync("inbox", 1, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Everything_stored_can_be_listed()
    {
        var store = new MemoryStore(_time);
        await store.CommitAsync("q", [Change.Insert("a", "1"u8.ToArray())]);
        await store.CommitAsync("p", [Change.Insert("b", "2"u8.ToArray()), Change.Insert("a", "3"u8.ToArray())]);
        await store.SendAsync("inbox", "hello", TimeSpan.FromSeconds(5));

        Assert.Equal([("p", "a"), ("p", "b"), ("q", "a")], store.Rows().Select(row => (row.Partition, row.Row.Key)));
        var message = Assert.Single(store.Messages());
        Assert.Equal(("inbox", "hello", _time.GetUtcNow().AddSeconds(5), 0), (message.Queue, message.Body, message.Visible, message.Delivery));
    }

    [Fact]
    public void Parallel_reads_see_different_moments()
    {
        var torn = Enumerable.Range(0, 50).Count(seed => IsTorn(seed));

        Assert.True(torn is > 0 and < 50, $"Some pairs of reads should be torn and some not, here {torn} of 50 are.");
    }

    [Fact]
    public void The_same_seed_tears_the_same_way()
    {
        var seeds = Enumerable.Range(0, 50).ToArray();

        Assert.Equal(seeds.Select(IsTorn), seeds.Select(IsTorn));
    }

    [Fact]
    public async Task Pages_end_anywhere()
    {
        var store = new MemoryStore(_time, Interleaving.Seeded(new(7)));
        await store.CommitAsync("p", [.. Enumerable.Range(0, 50).Select(i => Change.Insert($"{i:D2}", default))]);

        var sizes = new List<int>();
        for (KeyRange? rest = KeyRange.All; rest is { } range;)
        {
            var page = await store.ReadRangeAsync("p", range, 20);
            sizes.Add(page.Rows.Count);
            rest = page.Next;
        }

        Assert.Equal(50, sizes.Sum());
        Assert.True(sizes.Count > 3, $"Pages shorter than asked for were expected: {string.Join(", ", sizes)}.");
    }

    /// <summary>Whether two reads beside a write of both rows see one from before it and one from after.</summary>
    private bool IsTorn(int seed)
    {
        var store = new MemoryStore(_time, Interleaving.Seeded(new(seed)));
        var torn = false;
        OneThread.Run(async () =>
        {
            await SetAsync(store, "before");
            var (left, right) = (store.ReadAsync("p", "left").AsTask(), store.ReadAsync("p", "right").AsTask());
            await Task.WhenAll(left, right, SetAsync(store, "after"));
            torn = Text(await left) != Text(await right);
        });
        return torn;
    }

    private static string Text(Row? row) => Encoding.UTF8.GetString(row!.Body.Span);

    private static async Task SetAsync(MemoryStore store, string value)
    {
        var body = Encoding.UTF8.GetBytes(value);
        await store.CommitAsync("p", [Change.Upsert("left", body), Change.Upsert("right", body)]);
    }
}
