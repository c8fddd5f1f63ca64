namespace Talon.Storage.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_row_that_was_never_written_is_absent() => Assert.Null(await ReadAsync("nothing"));

    [Fact]
    public async Task An_inserted_row_is_read_with_its_ETag_and_body()
    {
        var etag = await InsertAsync("row", "hello");

        var row = await ReadAsync("row");

        Assert.Equal(("row", etag, "hello"), (row!.Key, row.ETag, Text(row)));
    }

    [Fact]
    public async Task Partitions_do_not_see_each_other()
    {
        await InsertAsync("row");

        Assert.Null(await Tables.ReadAsync("other", "row"));
        Assert.True((await Tables.CommitAsync("other", [Change.Insert("row", Body("second"))])).Committed);
        Assert.Equal("first", Text(await ReadAsync("row")));
    }

    [Fact]
    public async Task An_insert_conflicts_with_a_row_that_exists()
    {
        await InsertAsync("row");

        var result = await CommitAsync(Change.Insert("row", Body("second")));

        Assert.Equal((false, "row", null), (result.Committed, result.ConflictKey, result.ETags));
        Assert.Equal("first", Text(await ReadAsync("row")));
    }

    [Fact]
    public async Task A_replaced_row_has_a_new_etag()
    {
        var etag = await InsertAsync("row");

        var result = await CommitAsync(Change.Replace("row", Body("second"), etag));

        var row = await ReadAsync("row");
        Assert.NotEqual(etag, row!.ETag);
        Assert.Equal((result.ETags![0], "second"), (row.ETag, Text(row)));
    }

    [Fact]
    public async Task A_replace_with_the_same_body_has_a_new_etag()
    {
        var etag = await InsertAsync("row");

        var result = await CommitAsync(Change.Replace("row", Body("first"), etag));

        Assert.NotEqual(etag, result.ETags![0]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("W/\"datetime'2026'\"")]
    [InlineData("99999999999999999999999")]
    public async Task A_replace_conflicts_with_another_etag(string etag)
    {
        await InsertAsync("row");

        Assert.Equal("row", (await CommitAsync(Change.Replace("row", Body("second"), etag))).ConflictKey);
        Assert.Equal("first", Text(await ReadAsync("row")));
    }

    [Fact]
    public async Task A_replace_conflicts_with_an_outdated_etag()
    {
        var outdated = await InsertAsync("row");
        await CommitAsync(Change.Upsert("row", Body("second")));

        Assert.Equal("row", (await CommitAsync(Change.Replace("row", Body("third"), outdated))).ConflictKey);
        Assert.Equal("second", Text(await ReadAsync("row")));
    }

    [Fact]
    public async Task A_replace_and_a_delete_conflict_with_a_row_that_is_gone()
    {
        var etag = await InsertAsync("row");
        await CommitAsync(Change.Delete("row", etag));

        Assert.Equal("row", (await CommitAsync(Change.Replace("row", Body("second"), etag))).ConflictKey);
        Assert.Equal("row", (await CommitAsync(Change.Delete("row", etag))).ConflictKey);
        Assert.Null(await ReadAsync("row"));
    }

    [Fact]
    public async Task An_upsert_writes_whether_the_row_exists_or_not()
    {
        var first = await CommitAsync(Change.Upsert("row", Body("first")));
        var second = await CommitAsync(Change.Upsert("row", Body("second")));

        Assert.NotEqual(first.ETags![0], second.ETags![0]);
        Assert.Equal("second", Text(await ReadAsync("row")));
    }

    [Fact]
    public async Task A_deleted_row_is_absent_and_has_no_etag()
    {
        var etag = await InsertAsync("row");

        var result = await CommitAsync(Change.Delete("row", etag));

        Assert.Equal("", Assert.Single(result.ETags!));
        Assert.Null(await ReadAsync("row"));
    }

    [Fact]
    public async Task A_delete_conflicts_with_another_etag()
    {
        await InsertAsync("row");

        Assert.Equal("row", (await CommitAsync(Change.Delete("row", "0"))).ConflictKey);
        Assert.NotNull(await ReadAsync("row"));
    }

    [Fact]
    public async Task A_row_that_is_inserted_again_has_an_etag_it_never_had()
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < 5; i++)
        {
            var etag = await InsertAsync("row");
            Assert.True(seen.Add(etag), $"The ETag {etag} came twice.");
            await CommitAsync(Change.Delete("row", etag));
        }
    }
}
