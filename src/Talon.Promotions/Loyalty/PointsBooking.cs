using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Does what is to be done to points, once per operation.</summary>
internal sealed class PointsBooking(ITableStore store, LoyaltyReader reader, ConfigurationStore configurations, TimeProvider clock)
{
    /// <summary>Does it; what it notes stands in the same transaction, and is the marker that it is done.</summary>
    /// <returns>What it did; null when there were too few points to take.</returns>
    public async Task<PointsReceipt?> BookAsync(PointsOperation operation, CancellationToken cancellation)
    {
        var partition = Partitions.Ledger(operation.ProgramId, operation.Owner);
        var marker = LedgerRows.Log(operation.At, operation.Id);
        var program = (await configurations.GetAsync(cancellation)).LoyaltyPrograms.Find(operation.ProgramId);
        await IndexAsync(operation, cancellation);
        for (var retry = new Retry(clock); ; await retry.DelayAsync(cancellation))
        {
            var done = store.ReadAsync(partition, marker, cancellation).AsTask();
            var reading = reader.ReadAsync(operation.ProgramId, operation.Owner, cancellation);
            await Task.WhenAll(done, reading);
            if (await done is { } row)
                return RowCodec.Decode(row.Body, RowJson.Default.LedgerLogRow).Points;
            var account = await reading;
            if (new PointsWork(operation, program, account).Run() is not { } work)
                return null;
            var receipt = new PointsReceipt { Entries = work.Entries };
            Change[] changes = [Change.Insert(marker, RowCodec.Encode(new LedgerLogRow(receipt), RowJson.Default.LedgerLogRow)), .. work.Changes];
            if ((await store.CommitAsync(partition, changes, cancellation)).Committed)
                return receipt;
        }
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
