using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class SettlementTests
{
    private static readonly AttemptRow Committed = new() { Id = AttemptWorld.Attempt.Id, State = AttemptState.Committed, Begun = default };

    [Fact]
    public async Task An_abandoned_attempt_leaves_nothing_though_others_touch_its_rows()
    {
        var commits = 0;
        var world = new AttemptWorld(operation => operation.Kind == StorageOperationKind.Commit && ++commits % 2 == 1 ? new Fault(FaultKind.Touch) : Fault.None);
        await world.Attempts.BeginAsync(AttemptWorld.Attempt, [], AttemptWorld.Profile, default);
        Assert.True(await world.Settlement.SettleAsync(AttemptWorld.Attempt, default));
        Assert.Equal([OwnerRows.Ended(AttemptWorld.Attempt.Id)], world.Keys);
    }

    [Fact]
    public async Task A_note_whose_request_died_early_is_taken_away_when_its_time_is_over()
    {
        var world = new AttemptWorld();
        var note = new HeldRow(AttemptWorld.Attempt, world.Clock.GetUtcNow());
        await world.PutAsync(AttemptWorld.Profile, OwnerRows.Held(AttemptWorld.Attempt.Id), note, RowJson.Default.HeldRow);
        await world.Settlement.SettleNoteAsync(AttemptWorld.Profile, note, default);
        Assert.NotEmpty(world.Keys);
        world.Clock.Advance(TimeSpan.FromMinutes(3));
        await world.Settlement.SettleNoteAsync(AttemptWorld.Profile, note, default);
        Assert.Empty(world.Keys);
    }

    [Fact]
    public async Task A_pending_attempt_that_no_guard_names_is_abandoned_by_whoever_meets_its_note()
    {
        var world = new AttemptWorld();
        await world.Attempts.BeginAsync(AttemptWorld.Attempt, [], AttemptWorld.Profile, default);
        world.Clock.Advance(TimeSpan.FromMinutes(3));
        await world.Settlement.SettleNoteAsync(AttemptWorld.Profile, new HeldRow(AttemptWorld.Attempt, default), default);
        Assert.Equal([OwnerRows.Ended(AttemptWorld.Attempt.Id)], world.Keys);
    }

    [Fact]
    public async Task A_note_that_arrives_when_all_is_settled_is_taken_away()
    {
        var world = new AttemptWorld();
        var note = new HeldRow(AttemptWorld.Attempt, world.Clock.GetUtcNow());
        await world.PutAsync(AttemptWorld.Attempt.Owner, OwnerRows.Ended(AttemptWorld.Attempt.Id), Committed, RowJson.Default.AttemptRow);
        await world.PutAsync(AttemptWorld.Profile, OwnerRows.Held(AttemptWorld.Attempt.Id), note, RowJson.Default.HeldRow);
        await world.Settlement.SettleNoteAsync(AttemptWorld.Profile, note, default);
        Assert.Equal([OwnerRows.Ended(AttemptWorld.Attempt.Id)], world.Keys);
    }

    [Fact]
    public async Task An_attempt_whose_beginning_outlasts_its_guard_is_given_up()
    {
        var world = new AttemptWorld(operation => operation.Kind == StorageOperationKind.Commit ? new Fault(FaultKind.Pause, TimeSpan.FromSeconds(90)) : Fault.None);
        var beginning = world.Attempts.BeginAsync(AttemptWorld.Attempt, [], null, default);
        world.Clock.Advance(TimeSpan.FromSeconds(91));
        await Assert.ThrowsAsync<RaceLostException>(() => beginning);
    }

    [Fact]
    public async Task Work_that_fails_comes_again_until_it_is_parked()
    {
        var world = new AttemptWorld();
        var owed = new OutboxRow
        {
            Id = "owed",
            Queue = OutboxQueues.Redemptions,
            Target = AttemptWorld.Profile,
            Attempt = AttemptWorld.Attempt.Id,
            Totals = new ProfileTotals(1, 10, null),
        };
        await world.PutAsync(AttemptWorld.Attempt.Owner, OwnerRows.Ended(AttemptWorld.Attempt.Id), Committed, RowJson.Default.AttemptRow);
        await world.PutAsync(AttemptWorld.Attempt.Owner, OwnerRows.Outbox(1, 0), owed, RowJson.Default.OutboxRow);
        var message = AttemptStore.Message(AttemptWorld.Attempt);
        for (var failures = 1; failures < 5; failures++)
            await Assert.ThrowsAsync<InvalidOperationException>(() => world.Queues.HandleAsync(OutboxQueues.Redemptions, message, default));
        await world.Queues.HandleAsync(OutboxQueues.Redemptions, message, default);
        var parked = RowCodec.Decode((await world.Store.ReadAsync(AttemptWorld.Attempt.Owner, OwnerRows.Outbox(1, 0)))!.Body, RowJson.Default.OutboxRow);
        Assert.Equal(5, parked.Failures);
        Assert.NotNull(parked.Parked);
    }
}
