using Microsoft.Extensions.Time.Testing;

namespace Talon.Storage.Tests;

public sealed class SqliteStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private string File => _folder.File("talon.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_connection_that_writes_syncs_at_every_commit()
    {
        await using var store = Open();

        Assert.Equal("2", await store.AskWriterAsync("PRAGMA synchronous"));
        Assert.Equal("wal", await store.AskWriterAsync("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Rows_and_messages_are_still_there_after_a_restart()
    {
        string etag;
        await using (var store = Open())
        {
            etag = (await store.CommitAsync("p", [Change.Insert("k", "body"u8.ToArray())])).ETags![0];
            await store.SendAsync("inbox", "hello");
            await store.SendAsync("inbox", "later", TimeSpan.FromHours(1));
        }

        await using var reopened = Open();
        var row = await reopened.ReadAsync("p", "k");
        Assert.Equal((etag, "body"), (row!.ETag, System.Text.Encoding.UTF8.GetString(row.Body.Span)));
        Assert.Equal("hello", Assert.Single(await reopened.ReceiveAsync("inbox", 32, TimeSpan.FromMinutes(1))).Body);
        Assert.Equal(2, await reopened.CountAsync("inbox"));
    }

    [Fact]
    public async Task No_etag_comes_again_after_a_restart()
    {
        string first;
        await using (var store = Open())
        {
            first = (await store.CommitAsync("p", [Change.Insert("k", default)])).ETags![0];
            await store.CommitAsync("p", [Change.Delete("k", first)]);
        }

        await using var reopened = Open();
        Assert.NotEqual(first, (await reopened.CommitAsync("p", [Change.Insert("k", default)])).ETags![0]);
    }

    [Fact]
    public async Task Closing_finishes_the_writes_that_wait_and_leaves_no_log()
    {
        var store = Open();
        var writes = Enumerable.Range(0, 200).Select(i => store.CommitAsync("p", [Change.Insert($"{i:D3}", default)]).AsTask()).ToArray();
        await store.DisposeAsync();

        Assert.All(await Task.WhenAll(writes), write => Assert.True(write.Committed));
        Assert.False(System.IO.File.Exists(File + "-wal"), "The log should be moved into the file.");
        await using var reopened = Open();
        Assert.Equal(200, (await reopened.ReadRangeAsync("p", KeyRange.All)).Rows.Count);
    }

    [Fact]
    public async Task The_log_begins_anew_under_writes_that_never_pause()
    {
        const int megabyte = 1024 * 1024;
        await using var store = Open();
        var body = new byte[100 * 1024];
        for (var round = 0; round < 40; round++)
            await Task.WhenAll(Enumerable.Range(0, 50).Select(i => store.CommitAsync("p", [Change.Upsert($"{i:D3}", body)]).AsTask()));

        // 200 MB went through it.
        Assert.InRange(new FileInfo(File + "-wal").Length, 1, 100 * megabyte);
        Assert.Equal(body.Length, (await store.ReadAsync("p", "049"))!.Body.Length);
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var store = Open();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.ReadAsync("p", "k"));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.CommitAsync("p", [Change.Upsert("k", default)]));
    }

    [Fact]
    public async Task A_file_has_one_owner()
    {
        await using (Open())
        {
            var error = Assert.Throws<StoreInUseException>(Open);
            Assert.Contains(File, error.Message, StringComparison.Ordinal);
        }

        await using var next = Open();
    }

    [Fact]
    public async Task A_failure_of_one_piece_of_work_does_not_touch_the_rest_of_its_group()
    {
        await using var store = Open();
        var good = Enumerable.Range(0, 20).Select(i => store.CommitAsync("p", [Change.Insert($"{i:D2}", default)]).AsTask()).ToList();
        var bad = store.CommitAsync("p", new ListThatFails(Change.Insert("bad", default))).AsTask();
        good.AddRange(Enumerable.Range(20, 20).Select(i => store.CommitAsync("p", [Change.Insert($"{i:D2}", default)]).AsTask()));

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => bad);
        Assert.All(await Task.WhenAll(good), write => Assert.True(write.Committed));
        Assert.Null(await store.ReadAsync("p", "bad"));
    }

    private SqliteStore Open() => SqliteStore.Open(File, _time);

    /// <summary>Fails at the second change, after the first was applied.</summary>
    private sealed class ListThatFails(Change first) : IReadOnlyList<Change>
    {
        public int Count => 2;

        public Change this[int index] => index == 0 ? first : throw new InvalidTimeZoneException();

        public IEnumerator<Change> GetEnumerator() => ((IEnumerable<Change>)[first]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
