using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Brings an attempt to its end: a committed one gets its outbox worked off, any other is abandoned and its claims released.</summary>
internal sealed class Settlement(ITableStore store, AttemptStore attempts, LimitLedger limits, OutboxWorker outbox)
{
    /// <summary>Settles an attempt whose request is known to be gone.</summary>
    public async Task SettleAsync(AttemptReference attempt, CancellationToken cancellation)
    {
        if (await AbandonAsync(attempt, cancellation) is not { } row)
            return;
        if (row.State == AttemptState.Committed)
            await outbox.WorkOffAsync(attempt.Owner, cancellation);
        else
            await ReleaseAsync(attempt, row, cancellation);
    }

    /// <summary>Works off the outbox of a committed attempt, and leaves a pending one alone: its request may be alive.</summary>
    public async Task SettleIfCommittedAsync(AttemptReference attempt, CancellationToken cancellation)
    {
        if (await attempts.FindAsync(attempt, cancellation) is { Row.State: AttemptState.Committed })
            await outbox.WorkOffAsync(attempt.Owner, cancellation);
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
        await Task.WhenAll(row.Created.Select(created => RemoveAsync(created, cancellation)));
        if (row.HeldAt is { } profile && await store.ReadAsync(profile, OwnerRows.Held(attempt.Id), cancellation) is { } held)
            await store.CommitAsync(profile, [Change.Delete(OwnerRows.Held(attempt.Id), held.ETag)], cancellation);
        if (await store.ReadAsync(attempt.Owner, OwnerRows.Pending(attempt.Id), cancellation) is not { } pending)
            return;
        Change[] end =
        [
            Change.Delete(OwnerRows.Pending(attempt.Id), pending.ETag),
            Change.Insert(OwnerRows.Ended(attempt.Id), RowCodec.Encode(row, RowJson.Default.AttemptRow)),
        ];
        await store.CommitAsync(attempt.Owner, end, cancellation);
    }

    private async Task RemoveAsync(CreatedCode created, CancellationToken cancellation)
    {
        if (await store.ReadAsync(created.Partition, LimitPlace.CouponPrefix, cancellation) is { } row
            && RowCodec.Decode(row.Body, RowJson.Default.CouponRow).Coupon.Id == created.Id)
            await store.CommitAsync(created.Partition, [Change.Delete(row.Key, row.ETag)], cancellation);
    }
}
