namespace Talon.Promotions.Tests;

public sealed class ConfigurationStoreTests
{
    private readonly TestTables _tables = new();

    [Fact]
    public async Task A_new_account_is_empty_and_costs_one_point_read()
    {
        var configuration = await Sample.Store(_tables).GetAsync();

        Assert.Equal(0, configuration.Version);
        Assert.Empty(configuration.Applications);
        Assert.Equal((1, 0), (_tables.Reads, _tables.RangeReads));
    }

    [Fact]
    public async Task An_update_is_seen_by_the_instance_that_made_it_without_asking_the_store()
    {
        var store = Sample.Store(_tables);

        await store.UpdateAsync(_ => [Sample.Put(Sample.Application())]);

        Assert.Equal("shop", store.Current.Applications.Find(1)!.Name);
    }

    [Fact]
    public async Task Nothing_changed_costs_one_point_read()
    {
        var store = Sample.Store(_tables);
        await store.UpdateAsync(_ => [Sample.Put(Sample.Application())]);
        var before = await store.GetAsync();
        _tables.ResetCounts();

        var after = await store.GetAsync();

        Assert.Same(before, after);
        Assert.Equal((1, 0), (_tables.Reads, _tables.RangeReads));
    }

    [Fact]
    public async Task Another_instance_applies_only_what_came_after_its_version()
    {
        var (one, two) = (Sample.Store(_tables, 1), Sample.Store(_tables, 2));
        await one.UpdateAsync(_ => [Sample.Put(Sample.Application()), Sample.Put(Sample.Campaign(5))]);
        var before = await two.GetAsync();
        await one.UpdateAsync(_ => [Sample.Put(Sample.Campaign(6))]);
        _tables.ResetCounts();

        var after = await two.GetAsync();

        Assert.Equal(2, after.Version);
        Assert.NotNull(after.Campaigns.Find(6));
        Assert.Same(before.Campaigns.Find(5), after.Campaigns.Find(5));
        Assert.Equal((1, 1), (_tables.Reads, _tables.RangeReads));
    }

    [Fact]
    public async Task A_deleted_entity_is_gone_on_every_instance()
    {
        var (one, two) = (Sample.Store(_tables, 1), Sample.Store(_tables, 2));
        await one.UpdateAsync(_ => [Sample.Put(Sample.Application()), Sample.Put(Sample.Campaign(5))]);
        await one.UpdateAsync(_ => [ConfigurationChange.Delete(EntityKinds.Campaign, 5)]);

        Assert.Null(one.Current.Campaigns.Find(5));
        Assert.Null((await two.GetAsync()).Campaigns.Find(5));
    }

    [Fact]
    public async Task A_lost_race_decides_again_on_the_newer_version()
    {
        var (one, two) = (Sample.Store(_tables, 1), Sample.Store(_tables, 2));
        var seen = new List<long>();
        var interfered = false;
        _tables.OnCommit = _ => false;

        await one.UpdateAsync(configuration =>
        {
            seen.Add(configuration.Version);
            if (!interfered)
            {
                interfered = true;
                two.UpdateAsync(_ => [Sample.Put(Sample.Application(2))]).AsTask().Wait(TestContext.Current.CancellationToken);
            }

            return [Sample.Put(Sample.Application(1))];
        });

        Assert.Equal([0, 1], seen);
        Assert.Equal([1L, 2L], one.Current.Applications.Select(a => a.Id));
    }

    [Fact]
    public async Task Updates_from_many_sides_are_all_applied()
    {
        ConfigurationStore[] stores = [Sample.Store(_tables, 1), Sample.Store(_tables, 2), Sample.Store(_tables, 3)];

        await Task.WhenAll(Enumerable.Range(1, 30).Select(id => stores[id % 3].UpdateAsync(_ => [Sample.Put(Sample.Application(id))]).AsTask()));

        Assert.Equal(30, (await stores[0].GetAsync()).Applications.Count);
        Assert.Equal(30, (await stores[0].GetAsync()).Version);
    }

    [Fact]
    public async Task An_update_whose_answer_was_lost_is_found_done_and_made_once()
    {
        var store = Sample.Store(_tables);
        var losses = 1;
        _tables.OnCommit = _ => losses-- > 0;

        var configuration = await store.UpdateAsync(_ => [Sample.Put(Sample.Application())]);

        Assert.Equal(1, configuration.Version);
        Assert.Equal(1, (await Sample.Store(_tables, 2).GetAsync()).Version);
    }

    [Fact]
    public async Task A_refusal_in_the_decision_changes_nothing()
    {
        var store = Sample.Store(_tables);

        await Assert.ThrowsAsync<ConflictException>(() => store.UpdateAsync(_ => throw new ConflictException("no")).AsTask());
        await store.UpdateAsync(_ => []);

        Assert.Equal(0, _tables.Commits);
        Assert.Equal(0, store.Current.Version);
    }

    [Fact]
    public async Task Readers_share_a_read_that_began_after_they_asked()
    {
        var (store, other) = (Sample.Store(_tables, 1), Sample.Store(_tables, 2));
        var gate = new TaskCompletionSource();
        _tables.ReadGate = gate.Task;

        var first = store.GetAsync().AsTask();
        Task<Promotions.Configuration>[] later = [store.GetAsync().AsTask(), store.GetAsync().AsTask()];
        Assert.Equal(1, _tables.Reads);
        _tables.ReadGate = Task.CompletedTask;
        await other.UpdateAsync(_ => [Sample.Put(Sample.Application())]);
        _tables.ResetCounts();
        gate.SetResult();

        await first;
        Assert.All(await Task.WhenAll(later), configuration => Assert.Equal(1, configuration.Version));
        Assert.Equal(1, _tables.Reads);
    }

    [Fact]
    public async Task A_failed_read_fails_its_callers_only()
    {
        var store = Sample.Store(_tables);
        _tables.ReadGate = Task.FromException(new InvalidOperationException("down"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.GetAsync().AsTask());
        _tables.ReadGate = Task.CompletedTask;

        Assert.Equal(0, (await store.GetAsync()).Version);
    }
}
