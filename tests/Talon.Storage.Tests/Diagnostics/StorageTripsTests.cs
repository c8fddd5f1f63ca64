using Microsoft.Extensions.Time.Testing;

namespace Talon.Storage.Tests;

public sealed class StorageTripsTests
{
    private readonly StorageTrips _trips = new();
    private readonly ITableStore _tables;
    private readonly IMessageQueue _queue;

    public StorageTripsTests()
    {
        var store = new MemoryStore(new FakeTimeProvider());
        _tables = _trips.Tables(store);
        _queue = _trips.Queue(store);
    }

    [Fact]
    public void Operations_that_wait_for_each_other_are_trips_of_their_own()
    {
        var count = _trips.Measure(async () =>
        {
            await ReadAsync();
            await ReadAsync();
            await ReadAsync();
        });

        Assert.Equal((3, 3), (count.Trips, count.Operations));
    }

    [Fact]
    public void Operations_side_by_side_are_one_trip()
    {
        var count = _trips.Measure(async () => await Task.WhenAll(ReadAsync(), ReadAsync(), WriteAsync("a"), SendAsync()));

        Assert.Equal((1, 4), (count.Trips, count.Operations));
    }

    [Fact]
    public void Operations_started_before_the_first_is_awaited_are_one_trip()
    {
        var count = _trips.Measure(async () =>
        {
            var (first, second) = (ReadAsync(), ReadAsync());
            await first;
            await second;
            await WriteAsync("a");
        });

        Assert.Equal(2, count.Trips);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 2)]
    [InlineData(4, 1)]
    public void Chains_side_by_side_are_as_deep_as_the_deepest(int left, int right)
    {
        var count = _trips.Measure(async () => await Task.WhenAll(ChainAsync(left), ChainAsync(right)));

        Assert.Equal((Math.Max(left, right), left + right), (count.Trips, count.Operations));
    }

    [Fact]
    public void A_chain_behind_nested_joins_stays_beside_a_plain_one()
    {
        var count = _trips.Measure(async () => await Task.WhenAll(ChainAsync(3), NestedAsync()));

        Assert.Equal(3, count.Trips);

        async Task NestedAsync()
        {
            await Task.WhenAll(Task.WhenAll(ReadAsync(), ReadAsync()), ReadAsync());
            await Task.WhenAll(Task.WhenAll(ReadAsync(), ReadAsync()), ReadAsync());
            await ReadAsync();
        }
    }

    [Fact]
    public void Reads_commits_messages_and_bytes_are_told_apart()
    {
        var count = _trips.Measure(async () =>
        {
            await _tables.ReadRangeAsync("p", KeyRange.All);
            await _tables.CommitAsync("p", [Change.Insert("a", new byte[100]), Change.Insert("b", new byte[20])]);
            await _queue.SendAsync("inbox", "é");
            await _queue.DeleteAsync(Assert.Single(await _queue.ReceiveAsync("inbox", 1, TimeSpan.FromSeconds(1))));
        });

        Assert.Equal(new(Trips: 5, Reads: 1, Commits: 1, QueueOperations: 3, BytesWritten: 122), count);
        Assert.Equal((5, 4), (count.Operations, count.Writes));
    }

    [Fact]
    public void Each_measure_begins_at_nothing()
    {
        _trips.Measure(ReadAsync);

        Assert.Equal(1, _trips.Measure(ReadAsync).Operations);
        Assert.Equal(0, _trips.Measure(() => Task.CompletedTask).Operations);
    }

    [Fact]
    public void What_the_request_throws_is_thrown()
    {
        Assert.Throws<InvalidTimeZoneException>(() => _trips.Measure(async () =>
        {
            await ReadAsync();
            throw new InvalidTimeZoneException();
        }));
    }

    [Fact]
    public void A_failed_operation_ends_its_trip()
    {
        var down = new FaultInjector(FaultPlan.From(_ => new(FaultKind.Unavailable)), new FakeTimeProvider());
        var failing = _trips.Tables(down.Tables(_tables));

        var count = _trips.Measure(async () =>
        {
            await Assert.ThrowsAsync<StorageUnavailableException>(async () => await failing.ReadAsync("p", "k"));
            await ReadAsync();
        });

        Assert.Equal(2, count.Trips);
    }

    [Fact]
    public async Task A_store_that_answers_from_another_thread_is_counted_alike()
    {
        using var folder = new TemporaryFolder();
        await using var sqlite = SqliteStore.Open(folder.File("talon.db"), TimeProvider.System);
        var counted = _trips.Tables(sqlite);

        var count = _trips.Measure(async () =>
        {
            await Task.WhenAll(
                counted.CommitAsync("p", [Change.Insert("a", default)]).AsTask(),
                counted.ReadAsync("p", "a").AsTask());
            await counted.ReadAsync("p", "a");
        });

        Assert.Equal(2, count.Trips);
    }

    private async Task ChainAsync(int length)
    {
        for (var i = 0; i < length; i++)
            await ReadAsync();
    }

    private async Task ReadAsync() => await _tables.ReadAsync("p", "k");

    private async Task WriteAsync(string key) => await _tables.CommitAsync("p", [Change.Upsert(key, default)]);

    private async Task SendAsync() => await _queue.SendAsync("inbox", "hello");
}
