using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Reads points.</summary>
internal sealed class LoyaltyReader(ITableStore store)
{
    /// <summary>Reads an account and its ledgers, in one trip.</summary>
    public Task<LoyaltyAccount> ReadAsync(long programId, LedgerOwner owner, CancellationToken cancellation) => ReadAsync(Partitions.Ledger(programId, owner), cancellation);

    /// <summary>Reads the account of a partition, in one trip.</summary>
    public async Task<LoyaltyAccount> ReadAsync(string partition, CancellationToken cancellation)
    {
        while (true)
        {
            var rows = await store.ReadAllAsync(partition, LedgerRows.Balances, cancellation);
            if (Find(partition, rows) is { } account)
                return account;
        }
    }

    /// <summary>The account; null when one of its ledgers was written while it was read.</summary>
    private static LoyaltyAccount? Find(string partition, IReadOnlyList<Row> rows)
    {
        var byKey = rows.ToDictionary(row => row.Key);
        var ledgers = rows.Where(LedgerRows.IsLedger).Select(row => LedgerStore.Find(row, byKey)).ToList();
        if (ledgers.Contains(null))
            return null;
        var account = rows.FirstOrDefault(row => row.Key == LedgerRows.Account);
        return new LoyaltyAccount(
            partition,
            account is null ? null : RowCodec.Decode(account.Body, RowJson.Default.LoyaltyAccountRow),
            ledgers.ToDictionary(ledger => ledger!.Subledger, ledger => ledger!),
            byKey,
            rows.FirstOrDefault(row => row.Key == LedgerRows.Card) is { } card ? RowCodec.Decode(card.Body, RowJson.Default.LoyaltyCard) : null)
        {
            Held = [.. rows.Where(row => row.Key.StartsWith(OwnerRows.HeldPrefix, StringComparison.Ordinal)).Select(row => RowCodec.Decode(row.Body, RowJson.Default.HeldRow))],
        };
    }

    /// <summary>The entries noted between two moments, the latest first, read page by page.</summary>
    public IAsyncEnumerable<LedgerEntry> NewestAsync(string partition, DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancellation) =>
        store.StreamAsync(partition, LedgerRows.LogBetween(from, until), cancellation).SelectMany(Entries);

    private static IEnumerable<LedgerEntry> Entries(Row row) => (RowCodec.Decode(row.Body, RowJson.Default.LedgerLogRow).Points?.Entries ?? []).Reverse();
}
