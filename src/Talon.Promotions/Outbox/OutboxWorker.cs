using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Works off the outbox of a session: each row once, in commit order per target.</summary>
internal sealed class OutboxWorker(
    ITableStore store,
    TimeProvider clock,
    LimitLedger limits,
    ProfileTotalsBooking totals,
    AttributeBooking attributes,
    ReservationBooking reservations,
    PointsBooking points,
    GiveawayBooking giveaways,
    AnalyticsBooking analytics,
    WebhookCalls webhooks)
{
    private readonly AudienceBooking _audiences = new(store, clock);

    private const int MostFailures = 5;

    /// <summary>Works off all rows of an owner that are not parked; targets side by side. False when one failed and is to be tried again.</summary>
    public async Task<bool> WorkOffAsync(string owner, CancellationToken cancellation)
    {
        var rows = (await ReadAsync(owner, cancellation)).ToLookup(pair => pair.Owed.Releases is null);
        var ends = (await Task.WhenAll(rows[true].GroupBy(pair => pair.Owed.Target).Select(target => WorkOffTargetAsync(owner, target, cancellation)))).ToList();
        // Notes are taken away last, and only when all that they speak of is done.
        if (ends.Sum(end => end.Done.Count) == rows[true].Count())
            ends.Add(await WorkOffTargetAsync(owner, rows[false], cancellation));
        foreach (var chunk in ends.SelectMany(end => end.Done).Chunk(StorageLimits.MaxChanges))
            await RemoveAsync(owner, chunk, cancellation);
        return !ends.Exists(end => end.Failed);
    }

    /// <summary>Whether nothing of what an attempt owed is left.</summary>
    public async Task<bool> OwesNothingAsync(AttemptReference attempt, CancellationToken cancellation) =>
        !(await ReadAsync(attempt.Owner, cancellation)).Any(pair => pair.Owed.Attempt == attempt.Id);

    /// <summary>Reads what rows will be booked on and may be written by many, so that booking it is one trip.</summary>
    public async Task<KnownTargets> ReadTargetsAsync(IReadOnlyList<OutboxRow> owed, CancellationToken cancellation)
    {
        var days = analytics.ReadAsync(owed.SelectMany(row => row.Analytics), cancellation);
        var accounts = points.ReadAsync(owed.Select(row => row.Points).OfType<PointsOperation>(), cancellation);
        await Task.WhenAll(days, accounts);
        return new KnownTargets { Days = await days, Accounts = await accounts };
    }

    /// <summary>Removes the rows of a commit, which are known to be applied.</summary>
    public async Task RemoveAsync(string owner, long commit)
    {
        var untouched = false;
        // A bundle that somebody unpacked meanwhile leaves rows at places that were not read.
        while (!untouched)
        {
            var rows = await store.ReadAllAsync(owner, KeyRange.Prefix(OwnerRows.Outbox(commit)), CancellationToken.None);
            untouched = true;
            foreach (var chunk in rows.Chunk(StorageLimits.MaxChanges))
                untouched &= await RemoveAsync(owner, chunk, CancellationToken.None);
        }
    }

    /// <summary>Applies one row; applying it again changes nothing.</summary>
    /// <param name="owed">The row.</param>
    /// <param name="known">What the caller knows of those that are owed, if it does.</param>
    /// <param name="cancellation">Ends the work between writes.</param>
    public async Task ApplyAsync(OutboxRow owed, KnownTargets? known, CancellationToken cancellation)
    {
        if (owed.Totals is { } change)
            await totals.BookAsync(owed.Target, owed.Id, change, known?.Profile, cancellation);
        if (owed.Attributes is { } set)
            await attributes.BookAsync(owed.Target, owed.Id, set, cancellation);
        if (owed.Webhook is { } call)
            await webhooks.QueueAsync(call, cancellation);
        if (owed.Reservation is { } reservation)
            await reservations.BookAsync(owed.Target, reservation, cancellation);
        if (owed.Points is { } operation)
            await points.BookAsync(operation, cancellation, known?.Accounts?.GetValueOrDefault(owed.Target));
        if (owed.Giveaways.Count > 0)
            await giveaways.BookAsync(owed.Target, owed.Giveaways, cancellation);
        if (owed.Analytics.Count > 0)
            await analytics.BookAsync(owed.Id, owed.Analytics, known?.Days, cancellation);
        if (owed.Audiences.Count > 0)
            await _audiences.BookAsync(owed.Target, owed.Id, owed.Audiences, cancellation);
        foreach (var back in owed.Returns)
            await limits.GiveBackAsync(back, owed.Id, cancellation);
        if (owed.Releases is { } attempt && await store.ReadAsync(owed.Target, OwnerRows.Held(attempt), cancellation) is { } note)
            await store.CommitAsync(owed.Target, [Change.Delete(note.Key, note.ETag)], cancellation);
    }

    /// <summary>Reads the rows of an owner, each in a place of its own.</summary>
    private async Task<IReadOnlyList<(Row Row, OutboxRow Owed)>> ReadAsync(string owner, CancellationToken cancellation)
    {
        while (true)
        {
            var stored = await store.ReadAllAsync(owner, KeyRange.Prefix(OwnerRows.OutboxPrefix), cancellation);
            IReadOnlyList<(Row Row, OutboxRow Owed)> rows = [.. stored.Select(row => (row, RowCodec.Decode(row.Body, RowJson.Default.OutboxRow)))];
            if (rows.All(pair => pair.Owed.More.Count == 0))
                return rows;
            foreach (var (row, bundle) in rows.Where(pair => pair.Owed.More.Count > 0))
                await store.CommitAsync(owner, OutboxPlan.Unpack(row, bundle), cancellation);
        }
    }

    private async Task<(IReadOnlyList<Row> Done, bool Failed)> WorkOffTargetAsync(string owner, IEnumerable<(Row Row, OutboxRow Owed)> rows, CancellationToken cancellation)
    {
        var done = new List<Row>();
        foreach (var (row, owed) in rows)
        {
            if (owed.Parked is not null)
                return (done, false);
            try
            {
                await ApplyAsync(owed, null, cancellation);
                done.Add(row);
            }
            catch (InvalidOperationException failure)
            {
                return (done, await FailAsync(owner, row, owed, failure.Message, cancellation));
            }
        }

        return (done, false);
    }

    /// <summary>Notes a failure; false when the row is parked now.</summary>
    private async Task<bool> FailAsync(string owner, Row row, OutboxRow owed, string reason, CancellationToken cancellation)
    {
        var failed = owed with { Failures = owed.Failures + 1, Parked = owed.Failures + 1 >= MostFailures ? reason : null };
        if (failed.Parked is not null)
        {
            var entry = new ParkedRow(owner, row.Key, reason, owed.Target, clock.GetUtcNow());
            await store.CommitAsync(ParkedWorkService.Partition, [Change.Upsert(KeyText.Hash(owner + "\n" + row.Key), RowCodec.Encode(entry, RowJson.Default.ParkedRow))], cancellation);
        }

        await store.CommitAsync(owner, [Change.Replace(row.Key, RowCodec.Encode(failed, RowJson.Default.OutboxRow), row.ETag)], cancellation);
        return failed.Parked is null;
    }

    /// <summary>Removes rows that are done; a row that somebody else removed meanwhile is as good. False when somebody touched one meanwhile.</summary>
    private async Task<bool> RemoveAsync(string owner, IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var untouched = true;
        while (rows.Count > 0 && !(await store.CommitAsync(owner, [.. rows.Select(row => Change.Delete(row.Key, row.ETag))], cancellation)).Committed)
        {
            untouched = false;
            rows = [.. (await Task.WhenAll(rows.Select(row => store.ReadAsync(owner, row.Key, cancellation).AsTask()))).OfType<Row>()];
        }

        return untouched;
    }
}
