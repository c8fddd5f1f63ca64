using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Does what is to be done to points, once per operation.</summary>
internal sealed class PointsBooking(ITableStore store, LoyaltyReader reader, DueIndex due, ConfigurationStore configurations, TimeProvider clock)
{
    /// <summary>Does it; what it notes stands in the same transaction, and is the marker that it is done.</summary>
    /// <returns>What it did; null when it was refused: there were too few points to take, or the customer takes part already.</returns>
    public async Task<PointsReceipt?> BookAsync(PointsOperation operation, CancellationToken cancellation)
    {
        var partition = Partitions.Ledger(operation.ProgramId, operation.Owner);
        var marker = LedgerRows.Log(operation.At, operation.Id);
        var program = (await configurations.GetAsync(cancellation)).LoyaltyPrograms.Find(operation.ProgramId);
        var noted = DueTimes.Of(operation).ToHashSet();
        var indexing = Task.WhenAll(IndexAsync(operation, cancellation), due.AddAsync(operation.ProgramId, operation.Owner, noted, cancellation));
        for (var retry = new Retry(clock); ; await retry.DelayAsync(cancellation))
        {
            var done = store.ReadAsync(partition, marker, cancellation).AsTask();
            var reading = reader.ReadAsync(operation.ProgramId, operation.Owner, cancellation);
            await Task.WhenAll(done, reading, indexing);
            if (await done is { } row)
                return RowCodec.Decode(row.Body, RowJson.Default.LedgerLogRow).Points;
            var account = await reading;
            if (new PointsWork(operation, program, account).Run() is not { } work)
                return null;
            var receipt = new PointsReceipt { Entries = work.Entries };
            if (operation.CatchesUp && work.Changes.Count == 0)
                return receipt;
            await NoteAsync(operation, work, noted, cancellation);
            Change[] changes = [Change.Insert(marker, RowCodec.Encode(new LedgerLogRow(receipt), RowJson.Default.LedgerLogRow)), .. work.Changes];
            if ((await store.CommitAsync(partition, changes, cancellation)).Committed)
                return receipt;
        }
    }

    /// <summary>Notes moments that only the work itself revealed: of points just activated, and of tiers.</summary>
    private async Task NoteAsync(PointsOperation operation, PointsWork work, HashSet<DateTimeOffset> noted, CancellationToken cancellation)
    {
        var more = work.Due.Where(noted.Add).ToList();
        if (more.Count > 0)
            await due.AddAsync(operation.ProgramId, operation.Owner, more, cancellation);
    }

    /// <summary>Points that wait are activated by their transaction alone, so a row leads from it to whose they are.</summary>
    private async Task IndexAsync(PointsOperation operation, CancellationToken cancellation)
    {
        var owner = RowCodec.Encode(operation.Owner, RowJson.Default.LedgerOwner);
        await Task.WhenAll(operation.Additions.Where(addition => addition.Lot.Waits).Select(addition => store.CommitAsync(
            Partitions.WaitingPoints(operation.ProgramId, addition.Lot.Id),
            [Change.Upsert(LedgerRows.Account, owner)],
            cancellation).AsTask()));
    }
}
