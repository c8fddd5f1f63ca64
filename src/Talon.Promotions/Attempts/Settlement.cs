using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Brings an attempt to its end: a committed one gets its outbox worked off, any other is abandoned and its claims released.</summary>
internal sealed class Settlement(ITableStore store, AttemptStore attempts, LimitLedger limits, OutboxWorker outbox, TimeProvider clock)
{
    /// <summary>After how long a note speaks of a request that is gone, and whose guard had its time.</summary>
    private static readonly TimeSpan NoteLife = 2 * AttemptStore.GuardDelay;

    /// <summary>Settles an attempt whose request is known to be gone; false when some of what it owes failed and is to be tried again.</summary>
    public async Task<bool> SettleAsync(AttemptReference attempt, CancellationToken cancellation)
    {
        if (await AbandonAsync(attempt, cancellation) is not { } row)
            return true;
        if (row.State == AttemptState.Committed)
            return await outbox.WorkOffAsync(attempt.Owner, cancellation);
        await ReleaseAsync(attempt, row, cancellation);
        return true;
    }

    /// <summary>Settles an attempt that its own request gives up.</summary>
    public async Task GiveUpAsync(OpenAttempt attempt)
    {
        if (await SettleAsync(attempt.Reference, CancellationToken.None))
            await attempts.DismissGuardAsync(attempt);
    }

    /// <summary>Works off the outbox of a committed attempt, and leaves a pending one alone: its request may be alive. False when some of it failed and is to be tried again.</summary>
    public async Task<bool> SettleIfCommittedAsync(AttemptReference attempt, CancellationToken cancellation) =>
        await attempts.FindAsync(attempt, cancellation) is not { Row.State: AttemptState.Committed }
        || await outbox.WorkOffAsync(attempt.Owner, cancellation);

    /// <summary>Works off what an owner's commits still owe.</summary>
    public Task WorkOffAsync(string owner) => outbox.WorkOffAsync(owner, CancellationToken.None);

    /// <summary>Settles what a note with a profile speaks of, and takes the note away; while its request may be alive, it is left alone.</summary>
    public async Task SettleNoteAsync(string profilePartition, HeldRow note, CancellationToken cancellation)
    {
        var state = (await attempts.FindAsync(note.Attempt, cancellation))?.Row.State;
        if (state is null or AttemptState.Pending && clock.GetUtcNow() < note.At + NoteLife)
            return;
        if (await SettleAsync(note.Attempt, cancellation) && await outbox.OwesNothingAsync(note.Attempt, cancellation))
            await RemoveAsync(profilePartition, OwnerRows.Held(note.Attempt.Id), static _ => true, cancellation);
    }

    /// <summary>Turns a pending attempt to abandoned, which makes a late commit fail; the row as it then stands, null when it ended long ago.</summary>
    private async Task<AttemptRow?> AbandonAsync(AttemptReference attempt, CancellationToken cancellation)
    {
        while (await attempts.FindAsync(attempt, cancellation) is { } found)
        {
            if (found.Row.State != AttemptState.Pending)
                return found.Row;
            var abandoned = found.Row with { State = AttemptState.Abandoned };
            Change[] changes = [Change.Replace(OwnerRows.Pending(attempt.Id), RowCodec.Encode(abandoned, RowJson.Default.AttemptRow), found.ETag)];
            if ((await store.CommitAsync(attempt.Owner, changes, cancellation)).Committed)
                return abandoned;
        }

        return null;
    }

    private async Task ReleaseAsync(AttemptReference attempt, AttemptRow row, CancellationToken cancellation)
    {
        await Task.WhenAll(row.Claims.Select(claim => limits.ReleaseAsync(claim, attempt, cancellation)));
        await Task.WhenAll(row.Created.Select(created => created.IsReferral
            ? RemoveAsync(created.Partition, LimitPlace.ReferralPrefix, found => RowCodec.Decode(found.Body, RowJson.Default.ReferralRow).Referral.Id == created.Id, cancellation)
            : RemoveAsync(created.Partition, LimitPlace.CouponPrefix, found => RowCodec.Decode(found.Body, RowJson.Default.CouponRow).Coupon.Id == created.Id, cancellation)));
        if (row.HeldAt is { } profile)
            await RemoveAsync(profile, OwnerRows.Held(attempt.Id), static _ => true, cancellation);
        while (await store.ReadAsync(attempt.Owner, OwnerRows.Pending(attempt.Id), cancellation) is { } pending)
        {
            Change[] end =
            [
                Change.Delete(OwnerRows.Pending(attempt.Id), pending.ETag),
                Change.Insert(OwnerRows.Ended(attempt.Id), RowCodec.Encode(row, RowJson.Default.AttemptRow)),
            ];
            if ((await store.CommitAsync(attempt.Owner, end, cancellation)).Committed)
                return;
        }
    }

    private async Task RemoveAsync(string partition, string key, Func<Row, bool> isMeant, CancellationToken cancellation)
    {
        while (await store.ReadAsync(partition, key, cancellation) is { } row && isMeant(row))
        {
            if ((await store.CommitAsync(partition, [Change.Delete(row.Key, row.ETag)], cancellation)).Committed)
                return;
        }
    }
}
