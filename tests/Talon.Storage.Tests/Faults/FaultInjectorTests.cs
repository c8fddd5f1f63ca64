using Microsoft.Extensions.Time.Testing;

namespace Talon.Storage.Tests;

public sealed class FaultInjectorTests
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _time = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly MemoryStore _store;

    public FaultInjectorTests() => _store = new(_time);

    [Fact]
    public async Task Without_faults_everything_passes()
    {
        var (tables, queue) = With(FaultPlan.None);

        Assert.True((await InsertAsync(tables)).Committed);
        Assert.NotNull(await tables.ReadAsync("p", "k"));
        Assert.Single((await tables.ReadRangeAsync("p", KeyRange.All)).Rows);
        await queue.SendAsync("inbox", "hello");
        Assert.True(await queue.DeleteAsync(Assert.Single(await queue.ReceiveAsync("inbox", 1, Span))));
    }

    [Fact]
    public async Task An_unavailable_store_has_not_written()
    {
        var (tables, queue) = With(Always(FaultKind.Unavailable));

        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await InsertAsync(tables));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await queue.SendAsync("inbox", "hello"));

        Assert.Empty(_store.Rows());
        Assert.Empty(_store.Messages());
    }

    [Fact]
    public async Task A_lost_answer_is_written()
    {
        var (tables, queue) = With(Always(FaultKind.AnswerLost));

        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await InsertAsync(tables));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await queue.SendAsync("inbox", "hello"));

        Assert.Single(_store.Rows());
        Assert.Single(_store.Messages());
    }

    [Fact]
    public async Task A_late_effect_comes_after_its_failure()
    {
        var (tables, _) = With(Always(FaultKind.LateEffect));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await InsertAsync(tables));
        Assert.Empty(_store.Rows());

        _time.Advance(Span);

        Assert.Single(_store.Rows());
    }

    [Fact]
    public async Task A_pause_holds_an_operation_back()
    {
        var (tables, _) = With(Always(FaultKind.Pause));
        var insert = InsertAsync(tables).AsTask();
        Assert.Empty(_store.Rows());

        _time.Advance(Span);

        Assert.True((await insert).Committed);
    }

    [Fact]
    public async Task A_touched_row_conflicts_and_keeps_its_body()
    {
        var (tables, _) = With(Once(FaultKind.Touch));
        await _store.CommitAsync("p", [Change.Insert("k", "body"u8.ToArray())]);
        var before = await _store.ReadAsync("p", "k");

        var result = await tables.CommitAsync("p", [Change.Upsert("other", default), Change.Replace("k", default, before!.ETag)]);

        Assert.Equal("k", result.ConflictKey);
        var after = await _store.ReadAsync("p", "k");
        Assert.True(before.Body.Span.SequenceEqual(after!.Body.Span), "A touch must not alter the body.");
        Assert.True((await tables.CommitAsync("p", [Change.Replace("k", default, after.ETag)])).Committed);
    }

    [Theory]
    [InlineData(FaultKind.CrashBefore, 0)]
    [InlineData(FaultKind.CrashAfter, 1)]
    public async Task A_dead_process_reaches_no_store(FaultKind crash, int written)
    {
        var faults = new FaultInjector(Once(crash), _time);
        var (tables, queue) = (faults.Tables(_store), faults.Queue(_store));

        await Assert.ThrowsAsync<CrashException>(async () => await InsertAsync(tables));

        Assert.True(faults.Crashed);
        Assert.Equal(written, _store.Rows().Count);
        await Assert.ThrowsAsync<CrashException>(async () => await tables.ReadAsync("p", "k"));
        await Assert.ThrowsAsync<CrashException>(async () => await queue.SendAsync("inbox", "hello"));
        Assert.Empty(_store.Messages());
    }

    [Fact]
    public async Task A_crash_meets_the_operations_in_flight()
    {
        var faults = new FaultInjector(
            FaultPlan.From(operation => new(operation.Kind == StorageOperationKind.Read ? FaultKind.Pause : FaultKind.CrashBefore, Span)), _time);
        var tables = faults.Tables(_store);
        var read = tables.ReadAsync("p", "k").AsTask();
        await Assert.ThrowsAsync<CrashException>(async () => await InsertAsync(tables));

        _time.Advance(Span);

        await Assert.ThrowsAsync<CrashException>(() => read);
    }

    [Theory]
    [InlineData(1, false, 0)]
    [InlineData(1, true, 1)]
    [InlineData(2, false, 1)]
    [InlineData(3, true, 3)]
    [InlineData(4, false, 3)]
    public async Task A_crash_is_placed_between_any_two_writes(int number, bool written, int expected)
    {
        var (tables, _) = With(FaultPlan.CrashAtWrite(number, written));

        try
        {
            for (var i = 0; i < 3; i++)
            {
                await tables.ReadAsync("p", $"{i}");
                await tables.CommitAsync("p", [Change.Insert($"{i}", default)]);
            }
        }
        catch (CrashException)
        {
            Assert.True(number <= 3, "There are only three writes to die at.");
        }

        Assert.Equal(expected, _store.Rows().Count);
    }

    [Fact]
    public async Task A_duplicate_is_a_second_message()
    {
        var (_, queue) = With(Once(FaultKind.Duplicate));
        await queue.SendAsync("inbox", "hello");

        var first = Assert.Single(await queue.ReceiveAsync("inbox", 32, TimeSpan.FromDays(1)));
        _time.Advance(Span);
        var second = Assert.Single(await queue.ReceiveAsync("inbox", 32, TimeSpan.FromDays(1)));

        Assert.Equal(first.Body, second.Body);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task A_late_message_is_overtaken()
    {
        var (_, queue) = With(Once(FaultKind.Late));
        await queue.SendAsync("inbox", "first");
        await queue.SendAsync("inbox", "second");

        Assert.Equal("second", Assert.Single(await queue.ReceiveAsync("inbox", 32, Span)).Body);
        _time.Advance(Span);
        Assert.Contains("first", (await queue.ReceiveAsync("inbox", 32, Span)).Select(message => message.Body));
    }

    [Fact]
    public async Task A_message_reappears_while_it_is_worked_on()
    {
        var (_, queue) = With(Always(FaultKind.Reappear));
        await _store.SendAsync("inbox", "hello");
        var first = Assert.Single(await queue.ReceiveAsync("inbox", 1, TimeSpan.FromMinutes(5)));

        _time.Advance(Span + TimeSpan.FromTicks(1));

        var second = Assert.Single(await queue.ReceiveAsync("inbox", 1, TimeSpan.FromMinutes(5)));
        Assert.False(await queue.DeleteAsync(first));
        Assert.True(await queue.DeleteAsync(second));
    }

    [Fact]
    public async Task Messages_are_received_in_the_opposite_order()
    {
        var (_, queue) = With(Always(FaultKind.Reverse));
        foreach (var body in (string[])["a", "b", "c"])
            await queue.SendAsync("inbox", body);

        Assert.Equal(["c", "b", "a"], (await queue.ReceiveAsync("inbox", 32, Span)).Select(message => message.Body));
    }

    private static IFaultPlan Always(FaultKind kind) => FaultPlan.From(_ => new(kind, Span));

    private static IFaultPlan Once(FaultKind kind)
    {
        var left = 1;
        return FaultPlan.From(_ => left-- > 0 ? new(kind, Span) : Fault.None);
    }

    private static ValueTask<CommitResult> InsertAsync(ITableStore tables) => tables.CommitAsync("p", [Change.Insert("k", default)]);

    private (ITableStore Tables, IMessageQueue Queue) With(IFaultPlan plan)
    {
        var faults = new FaultInjector(plan, _time);
        return (faults.Tables(_store), faults.Queue(_store));
    }
}
