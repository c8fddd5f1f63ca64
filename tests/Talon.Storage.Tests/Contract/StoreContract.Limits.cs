namespace Talon.Storage.Tests;

public abstract partial class StoreContract
{
    public static TheoryData<string> BadKeys => new("", "a/b", "a\\b", "a#b", "a?b", "a'b", "tab\t", "nul\0", "del\x7F", "ümlaut", "日本", new string('k', 256));

    public static TheoryData<string> GoodKeys => new(" ", "~", "a b", "%2F", "A", "\"", ";--", "{[(<>)]}", "a|b:c=d&e+f*g,h.i_j^k`l@m!n$", new string('k', 255));

    [Theory]
    [MemberData(nameof(BadKeys))]
    public async Task A_key_outside_the_alphabet_is_refused(string key)
    {
        await RefusedAsync(() => Tables.CommitAsync(Partition, [Change.Insert("good", Body("")), Change.Insert(key, Body(""))]));
        await RefusedAsync(() => Tables.CommitAsync(key, [Change.Insert("good", Body(""))]));
        await RefusedAsync(() => Tables.ReadAsync(Partition, key));
        await RefusedAsync(() => Tables.ReadAsync(key, "good"));
        await RefusedAsync(() => Tables.ReadRangeAsync(key, KeyRange.All));
        Assert.Empty(await KeysAsync(KeyRange.All));
    }

    [Theory]
    [MemberData(nameof(GoodKeys))]
    public async Task A_key_inside_the_alphabet_is_kept_as_it_is(string key)
    {
        await Tables.CommitAsync(key, [Change.Insert(key, Body("body"))]);

        Assert.Equal(key, (await Tables.ReadAsync(key, key))!.Key);
        Assert.Equal(key, Assert.Single((await Tables.ReadRangeAsync(key, KeyRange.Prefix(key))).Rows).Key);
    }

    [Fact]
    public async Task Keys_that_differ_in_case_are_two()
    {
        await InsertAsync("row", "lower");
        await InsertAsync("ROW", "upper");

        Assert.Equal("lower", Text(await ReadAsync("row")));
    }

    [Fact]
    public async Task An_empty_body_is_kept()
    {
        await InsertAsync("row", "");

        Assert.Equal(0, (await ReadAsync("row"))!.Body.Length);
        Assert.Equal(0, Assert.Single((await Tables.ReadRangeAsync(Partition, KeyRange.All)).Rows).Body.Length);
    }

    [Fact]
    public async Task The_largest_body_is_kept_and_a_larger_one_refused()
    {
        var body = new byte[StorageLimits.MaxBody];
        new Random(1).NextBytes(body);

        await CommitAsync(Change.Insert("row", body));
        Assert.True((await ReadAsync("row"))!.Body.Span.SequenceEqual(body), "The largest body came back altered.");

        await RefusedAsync(() => CommitAsync(Change.Insert("larger", new byte[StorageLimits.MaxBody + 1])));
    }

    [Fact]
    public async Task A_body_does_not_follow_the_buffer_it_was_written_from()
    {
        var buffer = "before"u8.ToArray();
        await CommitAsync(Change.Insert("row", buffer.AsMemory(0, 3)));
        "after!"u8.CopyTo(buffer);

        Assert.Equal("bef", Text(await ReadAsync("row")));
    }

    [Fact]
    public async Task A_transaction_has_between_1_and_100_changes()
    {
        await RefusedAsync(() => CommitAsync());
        await RefusedAsync(() => CommitAsync([.. Inserts(101)]));
        Assert.True((await CommitAsync([.. Inserts(100)])).Committed);
        Assert.Equal(100, (await KeysAsync(KeyRange.All)).Count);

        static IEnumerable<Change> Inserts(int count) => Enumerable.Range(0, count).Select(i => Change.Insert($"{i:D3}", Body("")));
    }

    [Fact]
    public async Task The_largest_transaction_is_applied_and_a_larger_one_refused()
    {
        var quarter = new byte[StorageLimits.MaxTransaction / 4];
        var changes = Enumerable.Range(0, 4).Select(i => Change.Insert($"{i}", quarter)).ToArray();

        await RefusedAsync(() => CommitAsync([.. changes, Change.Insert("one more byte", new byte[1])]));
        Assert.True((await CommitAsync(changes)).Committed);
        Assert.Equal(["0", "1", "2", "3"], await KeysAsync(KeyRange.All));
    }

    [Fact]
    public async Task A_key_that_occurs_twice_in_a_transaction_is_refused()
    {
        await RefusedAsync(() => CommitAsync(Change.Insert("row", Body("a")), Change.Upsert("row", Body("b"))));
        Assert.Null(await ReadAsync("row"));
    }

    [Fact]
    public async Task A_condition_without_an_etag_is_refused()
    {
        await RefusedAsync(() => CommitAsync(Change.Replace("row", Body(""), "")));
        await RefusedAsync(() => CommitAsync(Change.Delete("row", null!)));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("Inbox")]
    [InlineData("-inbox")]
    [InlineData("inbox-")]
    [InlineData("in--box")]
    [InlineData("in_box")]
    [InlineData("a-name-of-57-characters-leaves-no-room-for-the-poison-xxx")]
    public async Task A_queue_name_outside_the_rules_is_refused(string queue)
    {
        await RefusedAsync(() => Queue.SendAsync(queue, "body"));
        await RefusedAsync(() => Queue.ReceiveAsync(queue, 1, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_message_has_limits()
    {
        await RefusedAsync(() => Queue.SendAsync(Inbox, new string('x', StorageLimits.MaxMessage + 1)));
        await RefusedAsync(() => Queue.SendAsync(Inbox, new string('é', (StorageLimits.MaxMessage / 2) + 1)));
        await RefusedAsync(() => Queue.SendAsync(Inbox, "body", StorageLimits.MaxDelay + TimeSpan.FromTicks(1)));
        await RefusedAsync(() => Queue.SendAsync(Inbox, "body", TimeSpan.FromTicks(-1)));
        await RefusedAsync(() => Queue.ReceiveAsync(Inbox, 0, TimeSpan.FromSeconds(1)));
        await RefusedAsync(() => Queue.ReceiveAsync(Inbox, 33, TimeSpan.FromSeconds(1)));
        await RefusedAsync(() => Queue.ReceiveAsync(Inbox, 1, TimeSpan.Zero));
        Assert.Equal(0, await CountAsync(Inbox));
    }

    private static async Task RefusedAsync<T>(Func<ValueTask<T>> call) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await call());

    private static async Task RefusedAsync(Func<ValueTask> call) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await call());
}
