using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class CheckpointTests
{
    private readonly TestTables _tables = new();

    [Fact]
    public async Task A_cold_start_after_many_changes_reads_few_of_them()
    {
        var store = Sample.Store(_tables);
        for (var i = 1; i <= 520; i++)
            await store.UpdateAsync(_ => [Sample.Put(Sample.Application(i))]);
        _tables.ResetCounts();

        var cold = await Sample.Store(_tables, 2).GetAsync();

        Assert.Equal(520, cold.Applications.Count);
        Assert.Equal(520, cold.Version);
        Assert.InRange(_tables.RangeReads, 1, 10);
    }

    [Fact]
    public async Task Old_checkpoints_are_removed_and_the_last_two_stay()
    {
        var store = Sample.Store(_tables);
        for (var i = 1; i <= 2050; i++)
            await store.UpdateAsync(_ => [Sample.Put(Sample.Application(i % 20 + 1))]);

        var left = (await _tables.ReadRangeAsync("config", new("checkpoint-", "checkpoint."), 100)).Rows.Select(row => row.Key.Split('-')[1]).Distinct();
        Assert.Equal([KeyText.Number(1500), KeyText.Number(2000)], left);
        Assert.Equal(2050, (await Sample.Store(_tables, 2).GetAsync()).Version);
    }

    [Fact]
    public async Task A_reader_whose_checkpoint_goes_away_under_it_takes_the_newer_one()
    {
        var store = Sample.Store(_tables);
        for (var i = 1; i <= 600; i++)
            await store.UpdateAsync(_ => [Sample.Put(Sample.Application(i % 20 + 1))]);
        var slow = Sample.Store(_tables, 2);
        var hurdle = new TaskCompletionSource();
        _tables.ReadGate = hurdle.Task;
        var reading = slow.GetAsync().AsTask();
        _tables.OnRead = async () =>
        {
            // The version row is read; what it names is replaced twice before the reader goes on.
            _tables.OnRead = null;
            for (var i = 1; i <= 1100; i++)
                await store.UpdateAsync(_ => [Sample.Put(Sample.Application(i % 20 + 1))]);
        };
        _tables.ReadGate = Task.CompletedTask;
        hurdle.SetResult();

        Assert.Equal(1700, (await reading).Version);
    }

    [Fact]
    public async Task A_change_set_larger_than_a_transaction_is_one_version()
    {
        var store = Sample.Store(_tables);
        var random = new SeededRandomSource(7);
        var items = new CollectionItems { Id = 9, Items = [.. Enumerable.Range(0, 200_000).Select(_ => random.UniqueId())] };

        await store.UpdateAsync(_ => [ConfigurationChange.Put(EntityKinds.CollectionItems, items), Sample.Put(Sample.Application())]);

        var cold = await Sample.Store(_tables, 2).GetAsync();
        Assert.Equal(1, cold.Version);
        Assert.Equal(items.Items, cold.CollectionItems.Find(9)!.Items);
        Assert.NotNull(cold.Applications.Find(1));
    }

    [Fact]
    public async Task A_crash_before_the_flip_leaves_the_version_before()
    {
        var store = Sample.Store(_tables);
        await store.UpdateAsync(_ => [Sample.Put(Sample.Application())]);
        var random = new SeededRandomSource(7);
        var items = new CollectionItems { Id = 9, Items = [.. Enumerable.Range(0, 100_000).Select(_ => random.UniqueId())] };
        _tables.OnCommit = changes => changes.Any(c => c.Key == "version") ? throw new StorageUnavailableException("crash") : false;

        await Assert.ThrowsAsync<StorageUnavailableException>(
            () => store.UpdateAsync(_ => [ConfigurationChange.Put(EntityKinds.CollectionItems, items), Sample.Put(Sample.Application(2))]).AsTask());

        _tables.OnCommit = null;
        var cold = Sample.Store(_tables, 2);
        Assert.Equal(1, (await cold.GetAsync()).Version);
        Assert.Null((await cold.GetAsync()).CollectionItems.Find(9));
        await cold.UpdateAsync(_ => [Sample.Put(Sample.Application(3))]);
        Assert.Equal(2, (await Sample.Store(_tables, 3).GetAsync()).Version);
    }
}
