using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Reads points.</summary>
internal sealed class LoyaltyReader(ITableStore store)
{
    /// <summary>Reads an account and its ledgers, in one trip.</summary>
    public async Task<LoyaltyAccount> ReadAsync(long programId, LedgerOwner owner, CancellationToken cancellation)
    {
        var partition = Partitions.Ledger(programId, owner);
        var rows = await store.ReadAllAsync(partition, LedgerRows.Balances, cancellation);
        var account = rows.FirstOrDefault(row => row.Key == LedgerRows.Account);
        return new LoyaltyAccount(
            partition,
            account is null ? null : RowCodec.Decode(account.Body, RowJson.Default.LoyaltyAccountRow),
            rows.Where(LedgerRows.IsLedger).Select(row => RowCodec.Decode(row.Body, RowJson.Default.LedgerRow)).ToDictionary(ledger => ledger.Subledger),
            rows.ToDictionary(row => row.Key));
    }

    /// <summary>Reads the entries noted between two moments, in the order of time.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> LogAsync(long programId, LedgerOwner owner, DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancellation)
    {
        var rows = await store.ReadAllAsync(Partitions.Ledger(programId, owner), LedgerRows.LogBetween(from, until), cancellation);
        return [.. rows.SelectMany(row => RowCodec.Decode(row.Body, RowJson.Default.LedgerLogRow).Points?.Entries ?? [])];
    }
}
