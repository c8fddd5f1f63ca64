using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Turns ledgers into rows and back: one row, and where there are many lots, a row for each page of them.</summary>
internal static class LedgerStore
{
    /// <summary>So many rows of pages no longer used are deleted at a time.</summary>
    private const int MostDeletes = 20;

    /// <summary>Reads a ledger with its pages, in one trip; an empty one when there is none.</summary>
    public static async Task<(LedgerRow Ledger, string? ETag)> ReadAsync(ITableStore store, string partition, string subledger, CancellationToken cancellation)
    {
        while (true)
        {
            var rows = await store.ReadAllAsync(partition, LedgerRows.LedgerAndPages(subledger), cancellation);
            if (!rows.Any(LedgerRows.IsLedger))
                return (new LedgerRow { Subledger = subledger }, null);
            var byKey = rows.ToDictionary(row => row.Key);
            var ledger = byKey[LedgerRows.Ledger(subledger)];
            if (Find(ledger, byKey) is { } found)
                return (found, ledger.ETag);
        }
    }

    /// <summary>The ledger of a row, with its pages; null when it was written while it was read, so that a page is missing.</summary>
    public static LedgerRow? Find(Row row, IReadOnlyDictionary<string, Row> rows)
    {
        var ledger = RowCodec.Decode(row.Body, RowJson.Default.LedgerRow);
        if (ledger.Pages.Count + ledger.Dropped.Count == 0)
            return ledger;
        var pages = In(ledger.Pages);
        return pages.Count < ledger.Pages.Count ? null : ledger with { Pages = pages, Dropped = In(ledger.Dropped) };

        List<LotPage> In(IReadOnlyList<LotPage> all) =>
            [.. all.Select(page => rows.TryGetValue(LedgerRows.Page(ledger.Subledger, page.Number), out var stored) ? page.In(stored) : null).OfType<LotPage>()];
    }

    /// <summary>What writes a ledger over what was read.</summary>
    /// <param name="ledger">The ledger as it is to be.</param>
    /// <param name="etag">The ETag that was read; null when there was no ledger.</param>
    public static IReadOnlyList<Change> Write(LedgerRow ledger, string? etag)
    {
        var key = LedgerRows.Ledger(ledger.Subledger);
        var deleted = ledger.Dropped.Take(MostDeletes).ToList();
        var body = RowCodec.Encode(deleted.Count == 0 ? ledger : ledger with { Dropped = [.. ledger.Dropped.Skip(MostDeletes)] }, RowJson.Default.LedgerRow);
        return
        [
            etag is null ? Change.Insert(key, body) : Change.Replace(key, body, etag),
            .. ledger.Pages.Where(page => page.Stored is null).Select(page => Change.Insert(LedgerRows.Page(ledger.Subledger, page.Number), RowCodec.Encode(new LotPageRow(page.Lots), RowJson.Default.LotPageRow))),
            .. deleted.Select(page => Change.Delete(page.Stored!.Key, page.Stored.ETag)),
        ];
    }
}
