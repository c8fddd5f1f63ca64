using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Wipes ledgers: from one transaction on, nothing of before counts; what was noted of it is then taken out of the log.</summary>
internal sealed class PointsWiping(ITableStore store, LoyaltyReader reader, PointsBooking booking, IRandomSource random)
{
    /// <summary>Wipes all ledgers, or some by id.</summary>
    public async Task RunAsync(PointsAccount account, IReadOnlyList<string>? subledgers, DateTimeOffset now, CancellationToken cancellation)
    {
        var operation = new PointsOperation
        {
            Id = random.UniqueId(),
            At = now,
            ProgramId = account.Program.Id,
            Owner = account.Owner,
            Wipes = subledgers is null ? [null] : [.. subledgers.Distinct()],
        };
        await booking.BookAsync(operation, cancellation);
        while (await HasDroppedAsync(account, cancellation))
            await booking.BookAsync(new PointsOperation { Id = random.UniqueId(), At = now, ProgramId = operation.ProgramId, Owner = operation.Owner, CatchesUp = true }, cancellation);
        await foreach (var rows in store.StreamAsync(account.Partition, LedgerRows.LogBetween(null, now.AddTicks(1)), cancellation).Chunk(StorageLimits.MaxChanges))
            await ForgetAsync(account.Partition, rows, subledgers, now, cancellation);
    }

    /// <summary>Whether pages of lots are left that the wiping's transaction could not delete.</summary>
    private async Task<bool> HasDroppedAsync(PointsAccount account, CancellationToken cancellation) =>
        (await reader.ReadAsync(account.Program.Id, account.Owner, cancellation)).Ledgers.Values.Any(ledger => ledger.Dropped.Count > 0);

    /// <summary>The rows stay, since they mark what was done; their entries go. A row that changes meanwhile is read again.</summary>
    private async Task ForgetAsync(string partition, IReadOnlyList<Row> rows, IReadOnlyList<string>? subledgers, DateTimeOffset now, CancellationToken cancellation)
    {
        while (true)
        {
            var changes = rows.Select(row => Forget(row, subledgers, now)).OfType<Change>().ToList();
            if (changes.Count == 0 || (await store.CommitAsync(partition, changes, cancellation)).Committed)
                return;
            rows = [.. (await Task.WhenAll(rows.Select(row => store.ReadAsync(partition, row.Key, cancellation).AsTask()))).OfType<Row>()];
        }
    }

    private static Change? Forget(Row row, IReadOnlyList<string>? subledgers, DateTimeOffset now)
    {
        var noted = RowCodec.Decode(row.Body, RowJson.Default.ForgettableRow);
        if (noted.Points is not { } points)
            return null;
        var kept = points.Entries.Where(entry => entry.At > now || subledgers?.Contains(entry.Subledger) == false).ToList();
        return kept.Count == points.Entries.Count
            ? null
            : Change.Replace(row.Key, RowCodec.Encode(noted with { Points = points with { Entries = kept } }, RowJson.Default.ForgettableRow), row.ETag);
    }
}
