using Microsoft.Extensions.Time.Testing;
using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>Leases and turnstiles that lag behind each other.</summary>
public sealed class LeaseGateTests
{
    private const string Id = "session.1.a";

    private readonly FakeTimeProvider _clock = new();
    private readonly LaggingTurnstiles _turnstiles = new();
    private readonly LeaseGate _gate;

    public LeaseGateTests() => _gate = new LeaseGate(new MemoryStore(_clock), _turnstiles, _clock, new SeededRandomSource(1));

    [Fact]
    public async Task One_who_queues_behind_a_holder_that_has_left_gets_in_at_once()
    {
        var running = await _gate.TryEnterAsync(Id, null, default);
        var waiting = _gate.EnterAsync(Id, null, default).AsTask();
        await running!.LeaveAsync();
        await _turnstiles.ServeAsync();
        await PassAsync(TimeSpan.FromSeconds(1));
        Assert.True(waiting.IsCompletedSuccessfully, "The place was free, and nobody else waited.");
    }

    [Fact]
    public async Task Whoever_comes_while_others_wait_does_not_overtake_them()
    {
        var running = await _gate.TryEnterAsync(Id, null, default);
        var waiting = _gate.EnterAsync(Id, null, default).AsTask();
        await running!.LeaveAsync();
        Assert.Null(await _gate.TryEnterAsync(Id, null, default));
        await _turnstiles.ServeAsync();
        await PassAsync(TimeSpan.FromSeconds(1));
        Assert.Null(await _gate.TryEnterAsync(Id, null, default));
        await (await waiting).LeaveAsync();
        Assert.NotNull(await _gate.TryEnterAsync(Id, null, default));
    }

    [Fact]
    public async Task Those_who_died_waiting_bar_nobody_once_their_patience_is_over()
    {
        var running = await _gate.TryEnterAsync(Id, null, default);
        await _turnstiles.SignalAsync(Id, new TurnSignal(TurnSignalKind.Enter, "dead", _clock.GetUtcNow(), _clock.GetUtcNow() + GateRefusal.Patience, "x"), default);
        await _turnstiles.SignalAsync(Id, new TurnSignal(TurnSignalKind.Enter, "dead too", _clock.GetUtcNow(), _clock.GetUtcNow() + GateRefusal.Patience, "x"), default);
        await _turnstiles.ServeAsync();
        await PassAsync(GateRefusal.Patience);
        var waiting = _gate.EnterAsync(Id, null, default).AsTask();
        await running!.LeaveAsync();
        await _turnstiles.ServeAsync();
        await PassAsync(TimeSpan.FromSeconds(1));
        Assert.True(waiting.IsCompletedSuccessfully, "The dead were passed over.");
    }

    [Fact]
    public async Task A_place_kept_for_those_who_wait_leaves_room_for_two_behind_the_first()
    {
        var running = await _gate.TryEnterAsync(Id, null, default);
        var first = _gate.EnterAsync(Id, null, default).AsTask();
        await running!.LeaveAsync();
        Task<IGateTurn>[] behind = [_gate.EnterAsync(Id, null, default).AsTask(), _gate.EnterAsync(Id, null, default).AsTask()];
        await _turnstiles.ServeAsync();
        await PassAsync(TimeSpan.FromMilliseconds(100));
        await (await first).LeaveAsync();
        Assert.DoesNotContain(behind, waiting => waiting.IsFaulted);
    }

    [Fact]
    public async Task A_turnstile_that_does_not_wake_up_keeps_nobody_out_of_a_place_that_nobody_takes()
    {
        var running = await _gate.TryEnterAsync(Id, null, default);
        var first = _gate.EnterAsync(Id, null, default).AsTask();
        var second = _gate.EnterAsync(Id, null, default).AsTask();
        await running!.LeaveAsync();

        await PassAsync(GateRefusal.Keeping + TimeSpan.FromSeconds(1));
        var inside = Assert.Single(new[] { first, second }, waiting => waiting.IsCompletedSuccessfully);
        await (await inside).LeaveAsync();
        await PassAsync(TimeSpan.FromSeconds(1));

        Assert.True(first.IsCompletedSuccessfully && second.IsCompletedSuccessfully, "Both came in, one after the other.");
    }

    private async Task PassAsync(TimeSpan span)
    {
        for (var left = span; left > TimeSpan.Zero; left -= TimeSpan.FromMilliseconds(10))
        {
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            for (var turn = 0; turn < 20; turn++)
                await Task.Yield();
        }
    }
}
