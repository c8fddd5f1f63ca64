using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class AccessLogWritingTests
{
    private const int Row = 80;

    [Fact]
    public async Task A_flush_waits_for_no_call_that_comes_while_it_writes()
    {
        var shop = new Shop();
        var tables = new BusyTables(shop.Store);
        shop.Tables = tables;
        var calls = shop.Services.AccessLogs;
        calls.Patience = TimeSpan.FromHours(1);
        tables.Arrival = () => calls.RecordAsync(1, Call());

        await calls.RecordAsync(1, Call());
        await calls.FlushAsync();

        Assert.Equal(1, tables.Written);
        await calls.FlushAsync();
        Assert.Equal(2, tables.Written);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task A_request_waits_for_the_store_only_on_a_host_that_may_be_frozen_after_its_answer(int seconds, bool goesOn)
    {
        var shop = new Shop();
        var letGo = new TaskCompletionSource();
        shop.Tables = new SlowTables(shop.Store) { Hold = letGo.Task };
        var calls = shop.Services.AccessLogs;
        calls.Patience = TimeSpan.FromSeconds(seconds);

        var requests = Enumerable.Range(0, 2 * Row).Select(_ => calls.RecordAsync(1, Call())).ToList();

        Assert.All(requests, request => Assert.Equal(goesOn, request.IsCompleted));
        letGo.SetResult();
        await Task.WhenAll(requests);
        await calls.FlushAsync();
        Assert.Equal(2 * Row, await calls.ReadAsync(1, Shop.Start.AddDays(-1), Shop.Start.AddDays(1), TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken));
    }

    private static AccessLogEntry Call() => new(Guid.Empty, 200, "PUT", "/v2/customer_sessions/x", Shop.Start, "", "");

    /// <summary>A store under load: whenever calls are written, another one arrives.</summary>
    private sealed class BusyTables(ITableStore store) : ITableStore
    {
        private const int Most = 1000;

        public Func<Task> Arrival { get; set; } = () => Task.CompletedTask;

        /// <summary>How often calls were written.</summary>
        public int Written { get; private set; }

        public ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default) => store.ReadAsync(partition, key, cancellation);

        public ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default) =>
            store.ReadRangeAsync(partition, range, take, cancellation);

        public async ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
        {
            if (partition.StartsWith("accesslog.1.", StringComparison.Ordinal) && Written++ < Most)
                await Arrival();
            return await store.CommitAsync(partition, changes, cancellation);
        }
    }
}
