using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Leads from a moment to the accounts of points that time alone changes then.</summary>
/// <remarks>A row is written before what it speaks of, so it may lead to nothing to do; the ledgers are the truth.</remarks>
internal sealed class DueIndex(ITableStore store)
{
    /// <summary>How many partitions the index has, so that none is hot.</summary>
    public const int Shards = 16;

    /// <summary>Where an account's rows stand, and the end of their keys.</summary>
    public static (string Partition, string Name) Place(string ledger)
    {
        var name = KeyText.Hash(ledger);
        return (Partitions.DuePoints(name[0] % Shards), name);
    }

    /// <summary>Notes when an account is to be looked at.</summary>
    public async Task AddAsync(long programId, LedgerOwner owner, IEnumerable<DateTimeOffset> times, CancellationToken cancellation)
    {
        var (partition, name) = Place(Partitions.Ledger(programId, owner));
        var body = Body(programId, owner);
        foreach (var chunk in times.Distinct().Chunk(StorageLimits.MaxChanges))
            await store.CommitAsync(partition, [.. chunk.Select(time => Change.Upsert(Key(time, name), body))], cancellation);
    }

    /// <summary>Notes when accounts of a programme are to be looked at, those of one partition together.</summary>
    public Task AddAsync(long programId, IEnumerable<(LedgerOwner Owner, DateTimeOffset Time)> times, CancellationToken cancellation) =>
        Task.WhenAll(times.Distinct().Select(due => Row(programId, due.Owner, due.Time)).GroupBy(row => row.Partition).Select(async rows =>
        {
            foreach (var chunk in rows.Chunk(StorageLimits.MaxChanges))
                await store.CommitAsync(rows.Key, [.. chunk.Select(row => row.Change)], cancellation);
        }));

    /// <summary>The accounts of a shard that are due, the longest overdue first.</summary>
    /// <returns>The first page of them, and whether there are more.</returns>
    public async Task<(IReadOnlyList<DueRow> Rows, bool More)> ReadAsync(int shard, DateTimeOffset now, CancellationToken cancellation)
    {
        var page = await store.ReadRangeAsync(Partitions.DuePoints(shard), new KeyRange("", KeyText.Number(now.UtcTicks + 1)), cancellation: cancellation);
        return ([.. page.Rows.Select(row => new DueRow(row, RowCodec.Decode(row.Body, RowJson.Default.LoyaltyAccountRow)))], page.Next is not null);
    }

    /// <summary>Removes what was looked at; a row that was written again since stays.</summary>
    public async Task RemoveAsync(int shard, Row row, CancellationToken cancellation) =>
        await store.CommitAsync(Partitions.DuePoints(shard), [Change.Delete(row.Key, row.ETag)], cancellation);

    private static (string Partition, Change Change) Row(long programId, LedgerOwner owner, DateTimeOffset time)
    {
        var (partition, name) = Place(Partitions.Ledger(programId, owner));
        return (partition, Change.Upsert(Key(time, name), Body(programId, owner)));
    }

    private static string Key(DateTimeOffset time, string name) => $"{KeyText.Number(time.UtcTicks)}.{name}";

    private static byte[] Body(long programId, LedgerOwner owner) => RowCodec.Encode(new LoyaltyAccountRow(programId, owner, null), RowJson.Default.LoyaltyAccountRow);
}

/// <summary>An account that is due.</summary>
/// <param name="Row">The row of the index.</param>
/// <param name="Account">Whose points they are.</param>
internal sealed record DueRow(Row Row, LoyaltyAccountRow Account);
