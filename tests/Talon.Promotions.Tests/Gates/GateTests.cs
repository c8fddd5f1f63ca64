using Microsoft.Extensions.Time.Testing;
using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>What every gate does; with leases, on two instances.</summary>
public sealed class GateTests
{
    private readonly FakeTimeProvider _clock = new() { AutoAdvanceAmount = TimeSpan.Zero };

    public static TheoryData<string> Kinds { get; } = ["in-process", "lease"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void One_runs_two_wait_in_order_and_the_fourth_is_refused(string kind) => Run(async () =>
    {
        var (here, there) = Gates(kind);
        var running = await here.EnterAsync("session.1.a", null, default);
        var first = there.EnterAsync("session.1.a", null, default).AsTask();
        var second = here.EnterAsync("session.1.a", null, default).AsTask();
        var refusal = await Assert.ThrowsAsync<ConflictException>(() => WithTime(there.EnterAsync("session.1.a", null, default).AsTask()));
        Assert.Equal("Too many requests are updating this profile/session at the same time", refusal.Message);
        Assert.False(first.IsCompleted || second.IsCompleted, "Nobody runs before the first has left.");

        await running.LeaveAsync();
        var turn = await WithTime(first);
        Assert.False(second.IsCompleted, "The second waits for the first of those who wait.");
        await turn.LeaveAsync();
        await (await WithTime(second)).LeaveAsync();
        Assert.NotNull(await here.TryEnterAsync("session.1.a", null, default));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Different_ids_never_wait_for_each_other(string kind) => Run(async () =>
    {
        var (here, there) = Gates(kind);
        Assert.NotNull(await here.TryEnterAsync("session.1.a", null, default));
        Assert.NotNull(await there.TryEnterAsync("session.1.b", null, default));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Waiting_ends_after_ten_seconds(string kind) => Run(async () =>
    {
        var (here, there) = Gates(kind);
        Assert.NotNull(await here.TryEnterAsync("session.1.a", null, default));
        await Assert.ThrowsAsync<ConflictException>(() => WithTime(there.EnterAsync("session.1.a", null, default).AsTask(), seconds: 12));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_caller_that_goes_away_frees_its_place(string kind) => Run(async () =>
    {
        var (here, there) = Gates(kind);
        var running = await here.EnterAsync("session.1.a", null, default);
        using var gone = new CancellationTokenSource();
        var leaving = there.EnterAsync("session.1.a", null, gone.Token).AsTask();
        var staying = there.EnterAsync("session.1.a", null, default).AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        var late = here.EnterAsync("session.1.a", null, default).AsTask();
        await running.LeaveAsync();
        await (await WithTime(staying)).LeaveAsync();
        await (await WithTime(late)).LeaveAsync();
    });

    [Fact]
    public void A_dead_holder_frees_its_place_when_its_lease_is_over() => Run(async () =>
    {
        var (here, there) = Gates("lease");
        Assert.NotNull(await here.TryEnterAsync("session.1.a", null, default));
        _clock.Advance(TimeSpan.FromSeconds(25));
        await (await WithTime(there.EnterAsync("session.1.a", null, default).AsTask())).LeaveAsync();
        Assert.NotNull(await here.TryEnterAsync("session.1.a", null, default));
    });

    [Fact]
    public void A_holder_that_dies_while_others_wait_is_passed_over() => Run(async () =>
    {
        var (here, there) = Gates("lease");
        Assert.NotNull(await here.TryEnterAsync("session.1.a", null, default));
        _clock.Advance(TimeSpan.FromSeconds(15));
        var first = there.EnterAsync("session.1.a", null, default).AsTask();
        var second = here.EnterAsync("session.1.a", null, default).AsTask();
        await (await WithTime(first)).LeaveAsync();
        await (await WithTime(second)).LeaveAsync();
        Assert.NotNull(await here.TryEnterAsync("session.1.a", null, default));
    });

    [Fact]
    public void The_quiet_path_never_asks_the_turnstile() => Run(async () =>
    {
        var turnstiles = new InProcessTurnstiles();
        var store = new MemoryStore(_clock);
        var gate = new LeaseGate(store, new Refusing(), _clock, new SeededRandomSource(1));
        var turn = await gate.TryEnterAsync("session.1.a", null, default);
        await turn!.LeaveAsync();
        Assert.Equal(0, turnstiles.Count);
        Assert.Empty(store.Rows());
    });

    /// <summary>Runs a test on one thread, so that time passes only when everybody waits.</summary>
    private static void Run(Func<Task> test) => new StorageTrips().Measure(test);

    private (IGate Here, IGate There) Gates(string kind)
    {
        if (kind == "in-process")
        {
            var gate = new InProcessGate(_clock);
            return (gate, gate);
        }

        var store = new MemoryStore(_clock);
        var turnstiles = new InProcessTurnstiles();
        return (new LeaseGate(store, turnstiles, _clock, new SeededRandomSource(1)), new LeaseGate(store, turnstiles, _clock, new SeededRandomSource(2)));
    }

    /// <summary>Lets time pass until the task is done.</summary>
    private async Task<T> WithTime<T>(Task<T> task, int seconds = 8)
    {
        for (var i = 0; i < seconds * 100 && !task.IsCompleted; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            for (var turn = 0; turn < 20; turn++)
                await Task.Yield();
        }

        return await task.WaitAsync(TimeSpan.FromSeconds(5));
    }

    private sealed class Refusing : ITurnstiles
    {
        public ValueTask SignalAsync(string id, TurnSignal signal, CancellationToken cancellation) => throw new InvalidOperationException("The quiet path signalled the turnstile.");

        public ValueTask<Turnstile?> ReadAsync(string id, CancellationToken cancellation) => throw new InvalidOperationException("The quiet path read the turnstile.");
    }
}
