using Talon.Storage;

namespace Talon.Promotions;

/// <summary>An account of points as it was read.</summary>
/// <param name="Partition">Its partition.</param>
/// <param name="Stored">The account; null when there is none yet.</param>
/// <param name="Ledgers">Its ledgers by subledger.</param>
/// <param name="Rows">The rows that were read, by key.</param>
internal sealed record LoyaltyAccount(string Partition, LoyaltyAccountRow? Stored, IReadOnlyDictionary<string, LedgerRow> Ledgers, IReadOnlyDictionary<string, Row> Rows)
{
    /// <summary>A ledger; an empty one when there is none yet.</summary>
    public LedgerRow Ledger(string subledger) => Ledgers.GetValueOrDefault(subledger) ?? new LedgerRow { Subledger = subledger };

    /// <summary>The change that writes a ledger over what was read.</summary>
    public Change Write(LedgerRow ledger) => Write(LedgerRows.Ledger(ledger.Subledger), RowCodec.Encode(ledger, RowJson.Default.LedgerRow));

    /// <summary>The change that writes the account over what was read.</summary>
    public Change Write(LoyaltyAccountRow account) => Write(LedgerRows.Account, RowCodec.Encode(account, RowJson.Default.LoyaltyAccountRow));

    private Change Write(string key, byte[] body) => Rows.TryGetValue(key, out var row) ? Change.Replace(key, body, row.ETag) : Change.Insert(key, body);
}
