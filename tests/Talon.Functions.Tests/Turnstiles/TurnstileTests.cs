using System.Net;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Time.Testing;
using Talon.Promotions;
using Talon.Storage;

namespace Talon.Functions.Tests;

public sealed class TurnstileTests
{
    private readonly FakeTimeProvider _clock = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly FakeEntities _entities = new(new TurnstileEntity());
    private readonly DurableTurnstiles _turnstiles = new();

    public TurnstileTests() => _turnstiles.Use(new FakeDurableClient(_entities));

    [Fact]
    public async Task A_signal_is_not_seen_until_it_is_served()
    {
        await EnterAsync("a");
        Assert.Null(await _turnstiles.ReadAsync("session.1.x", default));

        await _entities.ServeAsync();

        Assert.NotNull(await _turnstiles.ReadAsync("session.1.x", default));
    }

    [Fact]
    public async Task The_state_survives_its_way_through_json()
    {
        foreach (var token in "abcd")
            await EnterAsync($"{token}");
        await _entities.ServeAsync();

        var expected = "abcd".Aggregate(Turnstile.Empty, (state, token) => state.After(Enter($"{token}")));

        var state = await _turnstiles.ReadAsync("session.1.x", default);
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(expected), System.Text.Json.JsonSerializer.Serialize(state));
    }

    [Fact]
    public async Task A_turnstile_that_nobody_is_at_has_no_state()
    {
        await EnterAsync("a");
        await LeaveAsync("a");
        await _entities.ServeAsync();

        Assert.Null(Assert.Single(_entities.States).Value);
        Assert.Null(await _turnstiles.ReadAsync("session.1.x", default));
    }

    [Fact]
    public async Task The_entity_keeps_its_id_as_it_is_and_its_name_in_lower_case()
    {
        await _turnstiles.SignalAsync("session.1.Straße@X", Enter("a"), default);
        await _entities.ServeAsync();

        Assert.Equal(("turnstile", "session.1.Straße@X"), (Assert.Single(_entities.States).Key.Name, _entities.States.Keys.First().Key));
    }

    [Fact]
    public void The_longest_id_fits_into_the_hundred_characters_of_an_entitys()
    {
        const long largestId = (1L << 53) - 1;
        var entity = new EntityInstanceId(TurnstileEntity.Name, $"session.{largestId}.{KeyText.Hash("any id")}");

        Assert.InRange(entity.ToString().Length, 1, 100);
    }

    [Fact]
    public async Task An_unknown_operation_fails()
    {
        await _entities.SignalEntityAsync(new EntityInstanceId(TurnstileEntity.Name, "x"), "other");

        await Assert.ThrowsAsync<InvalidOperationException>(_entities.ServeAsync);
    }

    [Fact]
    public async Task A_client_that_fails_is_storage_that_does_not_answer()
    {
        var turnstiles = new DurableTurnstiles();
        turnstiles.Use(FakeDurableClient.Untouchable);

        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await turnstiles.ReadAsync("x", default));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await turnstiles.SignalAsync("x", Enter("a"), default));
    }

    [Fact]
    public async Task The_sweep_frees_what_somebody_died_at_and_removes_what_is_empty()
    {
        await EnterAsync("a");
        await _entities.ServeAsync();
        _entities.LastModified = _clock.GetUtcNow();
        var functions = new TurnstileFunctions(_clock);

        await functions.SweepAsync(new(), new FakeDurableClient(_entities), default);
        await _entities.ServeAsync();
        Assert.NotNull(Assert.Single(_entities.States).Value);

        await LeaveAsync("a");
        await _entities.ServeAsync();
        _clock.Advance(2 * TurnstileFunctions.Idle);
        await functions.SweepAsync(new(), new FakeDurableClient(_entities), default);
        Assert.Empty(_entities.States);
    }

    [Fact]
    public async Task Of_many_updates_of_one_session_some_wait_their_turn_and_the_rest_are_refused()
    {
        var entities = new FakeEntities(new TurnstileEntity());
        var world = await FunctionsWorld.InMemory(new FakeDurableClient(entities)).WithShopAsync();

        var updates = Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => world.PutSessionAsync("cart-1"))));
        while (!updates.IsCompleted)
        {
            await entities.ServeAsync();
            await Task.Yield();
        }

        Assert.All(await updates, response => Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, response.Text));
        Assert.Contains(await updates, response => response.StatusCode == HttpStatusCode.OK);
    }

    private TurnSignal Enter(string token) => Signal(TurnSignalKind.Enter, token);

    private TurnSignal Signal(TurnSignalKind kind, string token) => new(kind, token, _clock.GetUtcNow());

    private ValueTask EnterAsync(string token) => _turnstiles.SignalAsync("session.1.x", Enter(token), default);

    private ValueTask LeaveAsync(string token) => _turnstiles.SignalAsync("session.1.x", Signal(TurnSignalKind.Leave, token), default);
}
