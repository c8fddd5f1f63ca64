namespace Talon.Promotions.Tests;

public sealed class IdSourceTests
{
    private static readonly IdKind Kind = new("thing");
    private readonly TestTables _tables = new();

    [Fact]
    public async Task Ids_are_positive_and_unique_over_instances_and_callers()
    {
        IdSource[] sources = [new(_tables), new(_tables), new(_tables)];

        var ids = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => sources[i % 3].NextAsync(Kind).AsTask()));

        Assert.Equal(300, ids.Distinct().Count());
        Assert.All(ids, id => Assert.InRange(id, 1, (1L << 53) - 1));
    }

    [Fact]
    public async Task A_block_costs_one_trip_each_way()
    {
        var source = new IdSource(_tables);
        for (var i = 1; i <= Kind.Block; i++)
            Assert.Equal(i, await source.NextAsync(Kind));

        Assert.Equal((1, 1), (_tables.Reads, _tables.Commits));
    }

    [Fact]
    public async Task A_lost_answer_costs_a_block_and_never_gives_an_id_twice()
    {
        var source = new IdSource(_tables);
        var losses = 1;
        _tables.OnCommit = _ => losses-- > 0;

        await Assert.ThrowsAsync<Storage.StorageUnavailableException>(() => source.NextAsync(Kind).AsTask());

        Assert.Equal(Kind.Block + 1, await source.NextAsync(Kind));
    }

    [Fact]
    public async Task Kinds_have_sequences_of_their_own_that_start_where_they_say()
    {
        var source = new IdSource(_tables);

        Assert.Equal(1, await source.NextAsync(Kind));
        Assert.Equal(1000, await source.NextAsync(new("other", First: 1000)));
    }

    [Fact]
    public async Task A_run_of_ids_is_consecutive_and_nobody_elses()
    {
        var (one, two) = (new IdSource(_tables), new IdSource(_tables));
        var first = await one.TakeAsync(Kind, 20_000);

        Assert.Equal(first + 20_000, await two.NextAsync(Kind));
    }
}
