namespace Talon.Storage.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_transaction_applies_all_its_changes_and_answers_in_their_order()
    {
        var replaced = await InsertAsync("replaced");
        var deleted = await InsertAsync("deleted");

        var result = await CommitAsync(
            Change.Upsert("upserted", Body("u")),
            Change.Delete("deleted", deleted),
            Change.Insert("inserted", Body("i")),
            Change.Replace("replaced", Body("r"), replaced));

        Assert.True(result.Committed);
        Assert.Equal(
            [(await ReadAsync("upserted"))!.ETag, "", (await ReadAsync("inserted"))!.ETag, (await ReadAsync("replaced"))!.ETag],
            result.ETags!);
        Assert.Equal(["inserted", "replaced", "upserted"], await KeysAsync(KeyRange.All));
    }

    [Fact]
    public async Task A_conflict_undoes_the_whole_transaction_and_names_its_key()
    {
        var kept = await InsertAsync("kept");
        await InsertAsync("taken");

        var result = await CommitAsync(
            Change.Insert("new", Body("n")),
            Change.Upsert("other", Body("o")),
            Change.Delete("kept", kept),
            Change.Insert("taken", Body("t")),
            Change.Insert("newer", Body("n")));

        Assert.Equal(("taken", null), (result.ConflictKey, result.ETags));
        Assert.Equal(["kept", "taken"], await KeysAsync(KeyRange.All));
        Assert.Equal(kept, (await ReadAsync("kept"))!.ETag);
    }

    [Fact]
    public async Task Of_several_conflicts_the_first_is_named()
    {
        await InsertAsync("b");
        await InsertAsync("a");

        var result = await CommitAsync(Change.Insert("c", Body("")), Change.Insert("b", Body("")), Change.Insert("a", Body("")));

        Assert.Equal("b", result.ConflictKey);
    }

    [Fact]
    public async Task Concurrent_inserts_of_one_key_have_one_winner_and_the_losers_leave_nothing()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
            await CommitAsync(Change.Insert($"companion-{i:D2}", Body("")), Change.Insert("prize", Body($"{i:D2}"))))));

        Assert.Single(results, result => result.Committed);
        Assert.All(results.Where(result => !result.Committed), result => Assert.Equal("prize", result.ConflictKey));
        Assert.Equal([$"companion-{Text(await ReadAsync("prize"))}", "prize"], await KeysAsync(KeyRange.All));
    }

    [Fact]
    public async Task Concurrent_writers_of_a_counter_lose_no_increment()
    {
        const int Writers = 8, Increments = 25;
        await InsertAsync("counter", "0");

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Increments; i++)
                await IncrementAsync();
        })));

        Assert.Equal($"{Writers * Increments}", Text(await ReadAsync("counter")));

        async Task IncrementAsync()
        {
            CommitResult result;
            do
            {
                var row = await ReadAsync("counter");
                result = await CommitAsync(Change.Replace("counter", Body($"{int.Parse(Text(row)) + 1}"), row!.ETag));
            }
            while (!result.Committed);
        }
    }

    [Fact]
    public async Task An_answered_write_is_seen_by_the_next_read()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
        {
            for (var round = 0; round < 10; round++)
            {
                await CommitAsync(Change.Upsert($"row-{i}", Body($"{round}")));
                Assert.Equal($"{round}", Text(await ReadAsync($"row-{i}")));
            }
        })));
    }

    [Fact]
    public async Task A_cancelled_call_changes_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Tables.CommitAsync(Partition, [Change.Insert("row", Body(""))], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Tables.ReadAsync(Partition, "row", cancelled));

        Assert.Null(await ReadAsync("row"));
    }
}
