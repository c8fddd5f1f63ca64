using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Does what is to be done to points, once per operation.</summary>
internal sealed class PointsBooking(ITableStore store, LoyaltyReader reader, DueIndex due, ConfigurationStore configurations, TimeProvider clock)
{
    /// <summary>The accounts that operations are about, by partition.</summary>
    public async Task<IReadOnlyDictionary<string, LoyaltyAccount>> ReadAsync(IEnumerable<PointsOperation> operations, CancellationToken cancellation)
    {
        var accounts = await Task.WhenAll(operations.Select(operation => (operation.ProgramId, operation.Owner)).Distinct().Select(account => reader.ReadAsync(account.ProgramId, account.Owner, cancellation)));
        return accounts.ToDictionary(account => account.Partition);
    }

    /// <summary>Does it; what it notes stands in the same transaction, and is the marker that it is done.</summary>
    /// <param name="operation">What is to be done.</param>
    /// <param name="cancellation">Ends the booking between tries.</param>
    /// <param name="known">The account as the committing request knows it, if it does: saves a trip while it still holds.</param>
    /// <returns>What it did; null when it was refused: there were too few points to take, or the customer takes part already.</returns>
    public async Task<PointsReceipt?> BookAsync(PointsOperation operation, CancellationToken cancellation, LoyaltyAccount? known = null)
    {
        var partition = Partitions.Ledger(operation.ProgramId, operation.Owner);
        // A request that knows the account has read the configuration just now.
        var configuration = known is null ? await configurations.GetAsync(cancellation) : configurations.Current;
        var program = configuration.LoyaltyPrograms.Find(operation.ProgramId);
        var noted = DueTimes.Of(operation).ToHashSet();
        var indexing = Task.WhenAll(IndexAsync(operation, cancellation), due.AddAsync(operation.ProgramId, operation.Owner, noted, cancellation));
        if (known is not null)
        {
            await indexing;
            if (new PointsWork(operation, program, known).Run() is { } likely && await WriteAsync(operation, known, likely, noted, cancellation) is { } written)
                return written;
        }

        var tidyings = 0;
        for (var retry = new Retry(clock); ; await retry.DelayAsync(cancellation))
        {
            var done = store.ReadAsync(partition, Marker(operation), cancellation).AsTask();
            var reading = reader.ReadAsync(operation.ProgramId, operation.Owner, cancellation);
            var before = operation.Import is { } line ? store.ReadAsync(partition, LedgerRows.Imported(line.Transaction), cancellation).AsTask() : Task.FromResult<Row?>(null);
            await Task.WhenAll(done, reading, before, indexing);
            if (await done is { } row)
                return RowCodec.Decode(row.Body, RowJson.Default.LedgerLogRow).Points;
            if (await before is not null)
                return PointsReceipt.Before;
            var account = await reading;
            if (new PointsWork(operation, program, account).Run() is not { } work)
            {
                if (tidyings++ < LotBook.MostTidyings && await TidyAsync(operation, account, cancellation))
                    continue;
                return null;
            }

            if (await WriteAsync(operation, account, work, noted, cancellation) is { } receipt)
                return receipt;
        }
    }

    /// <summary>Notes when accounts are to be looked at, for what is about to be done with <see cref="TryBookAsync"/>.</summary>
    public Task AnnounceAsync(long programId, IEnumerable<PointsWork> works, CancellationToken cancellation) => due.AddAsync(
        programId,
        works.SelectMany(work => DueTimes.Of(work.Operation).Concat(work.Due).Select(time => (work.Operation.Owner, time))),
        cancellation);

    /// <summary>Does all that was worked out for one account, one after the other, in one transaction.</summary>
    /// <param name="works">What was worked out: the first on the account as it was read, each other one on what the one before it left.</param>
    /// <param name="cancellation">Ends the booking before it is written.</param>
    /// <returns>False when nothing was done: the account is no longer as it was read, or it is too much for one transaction.</returns>
    public async Task<bool> TryBookAsync(IReadOnlyList<PointsWork> works, CancellationToken cancellation)
    {
        List<Change> changes = [.. PointsWork.Together(works)];
        foreach (var work in works)
        {
            var receipt = new PointsReceipt { Entries = work.Entries, IsBehind = work.IsBehind };
            changes.Add(Change.Insert(Marker(work.Operation), RowCodec.Encode(new LedgerLogRow(receipt), RowJson.Default.LedgerLogRow)));
            changes.AddRange(Once(work.Operation));
        }

        if (changes.Count > StorageLimits.MaxChanges || changes.Sum(change => (long)change.Body.Length) > StorageLimits.MaxTransaction)
            return false;
        await Task.WhenAll(works.Select(work => IndexAsync(work.Operation, cancellation)));
        var first = works[0].Operation;
        return (await store.CommitAsync(Partitions.Ledger(first.ProgramId, first.Owner), changes, cancellation)).Committed;
    }

    /// <summary>Tidies the pages of a ledger in which the points that are to be taken lie too scattered for one transaction; false where that is not why there are too few.</summary>
    private async Task<bool> TidyAsync(PointsOperation operation, LoyaltyAccount account, CancellationToken cancellation)
    {
        foreach (var deductions in operation.Deductions.GroupBy(deduction => deduction.Entry.Subledger))
        {
            if (LotBook.Tidied(account.Ledger(deductions.Key), operation.At, deductions.Sum(deduction => deduction.Points)) is not { } tidied)
                continue;
            await store.CommitAsync(account.Partition, account.Write(tidied), cancellation);
            return true;
        }

        return false;
    }

    private static string Marker(PointsOperation operation) => LedgerRows.Log(operation.At, operation.Id);

    /// <summary>Null when it was done already, or the account is no longer as it was read.</summary>
    private async Task<PointsReceipt?> WriteAsync(PointsOperation operation, LoyaltyAccount account, PointsWork work, HashSet<DateTimeOffset> noted, CancellationToken cancellation)
    {
        var receipt = new PointsReceipt { Entries = work.Entries, IsBehind = work.IsBehind };
        if (operation.CatchesUp && work.Changes.Count == 0)
            return receipt;
        await NoteAsync(operation, work, noted, cancellation);
        Change[] changes = [Change.Insert(Marker(operation), RowCodec.Encode(new LedgerLogRow(receipt), RowJson.Default.LedgerLogRow)), .. work.Changes, .. Once(operation)];
        return (await store.CommitAsync(account.Partition, changes, cancellation)).Committed ? receipt : null;
    }

    private static IEnumerable<Change> Once(PointsOperation operation) => operation.Import is { } line
        ? [Change.Insert(LedgerRows.Imported(line.Transaction), RowCodec.Encode(line, RowJson.Default.ImportedPoints))]
        : [];

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
