using Talon.Storage;

namespace Talon.Promotions;

/// <summary>A ledger that claims take from.</summary>
internal sealed class LedgerStock(LedgerRow row, string? etag, IReadOnlyDictionary<string, decimal>? gone, bool isPreview = false) : Stock
{
    /// <summary>The ledger.</summary>
    public LedgerRow Row => row;

    /// <inheritdoc/>
    public override IReadOnlyList<Change> Changes => LedgerStore.Write(row, etag);

    /// <summary>Reads a ledger, and its history where claims need it.</summary>
    /// <remarks>
    /// The ledger first: what is noted later than it was read moves its ETag. Where the points that are wanted lie scattered over
    /// more pages than one transaction opens, the pages are tidied before.
    /// </remarks>
    /// <param name="store">The store.</param>
    /// <param name="partition">Whose points they are.</param>
    /// <param name="subledger">The subledger.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="isPreview">Whether nothing is written.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<Stock> ReadAsync(ITableStore store, string partition, string subledger, IEnumerable<Claim> claims, bool isPreview, CancellationToken cancellation)
    {
        var (row, etag) = await LedgerStore.ReadAsync(store, partition, subledger, cancellation);
        for (var tidyings = 0; !isPreview && tidyings < LotBook.MostTidyings && Tidied(row, claims) is { } tidied; tidyings++)
        {
            await store.CommitAsync(partition, LedgerStore.Write(tidied, etag), cancellation);
            (row, etag) = await LedgerStore.ReadAsync(store, partition, subledger, cancellation);
        }

        var grants = claims.OfType<PointsRollbackClaim>().SelectMany(claim => claim.Grants).ToList();
        var gone = grants.Count == 0 ? null : await GoneAsync(store, partition, subledger, grants.SelectMany(grant => grant.Shares).Min(share => share.Granted.Created).AddDays(-1), cancellation);
        return new LedgerStock(row, etag, gone, isPreview);
    }

    /// <inheritdoc/>
    public override bool Suffices(Claim claim) => gone is not null || claim is not PointsRollbackClaim;

    /// <inheritdoc/>
    public override StockMove? Take(Claim claim, decimal? ceiling)
    {
        switch (claim)
        {
            case PointsClaim spending:
                var ledger = new Ledger(row, spending.Entry.At, Room());
                return ledger.Spend(spending.Amount, spending.Entry) is { } spent ? Move(ledger, spending.Amount, new PointsReceipt { Spent = spent }, spending.Begun) : null;
            case PointsRollbackClaim rollback:
                ledger = new Ledger(row, rollback.At, Room());
                var taken = rollback.Grants.SelectMany(grant => TakeBack(ledger, grant, rollback.Policy)).ToList();
                return Move(ledger, taken.Sum(back => back.Points), new PointsReceipt { TakenBack = taken });
            default:
                throw new ArgumentOutOfRangeException(nameof(claim), claim, "This claim is none on points.");
        }
    }

    /// <inheritdoc/>
    public override StockMove PutBack(ClaimRow made, ClaimReturn back)
    {
        var claim = (PointsClaim)back.Claim;
        var ledger = new Ledger(row, back.Entry?.At ?? claim.Entry.At, Room());
        var (kept, shares) = Split(made.Points!.Spent, back.Amount);
        if (back.Entry is { } entry)
        {
            ledger.Return(shares, entry);
            return Move(ledger, back.Amount, new PointsReceipt { Spent = shares }) with { Made = made with { Points = made.Points with { Spent = kept } } };
        }

        ledger.Unspend(shares);
        var entries = made.Points.Entries.Select(noted => noted.Kind == LedgerEntryKind.Deduction ? noted with { Points = noted.Points + back.Amount } : noted);
        return Move(ledger, back.Amount, new PointsReceipt()) with
        {
            Made = made with { Points = new PointsReceipt { Spent = kept, Entries = [.. entries.Where(noted => noted.Points != 0)] } },
        };
    }

    /// <inheritdoc/>
    public override StockMove Undo(ClaimRow made, Claim claim)
    {
        var ledger = new Ledger(row, claim is PointsRollbackClaim rollback ? rollback.At : ((PointsClaim)claim).Entry.At, Room());
        ledger.Unspend(made.Points!.Spent);
        foreach (var back in made.Points.TakenBack.Reverse())
            ledger.Regrant(back);
        var clock = made.Points.Entries.Concat(ledger.Entries).Where(entry => entry.Kind == LedgerEntryKind.Expiry);
        return Move(ledger, made.Amount - made.GivenBack, new PointsReceipt()) with { Made = made with { Points = new PointsReceipt { Entries = [.. clock] } } };
    }

    /// <summary>The ledger with tidier pages; null when the points that are wanted can be taken, or tidying does not help.</summary>
    private static LedgerRow? Tidied(LedgerRow row, IEnumerable<Claim> claims) => LotBook.Tidied(
        row,
        claims.Max(claim => claim is PointsRollbackClaim rollback ? rollback.At : ((PointsClaim)claim).Entry.At),
        claims.Sum(claim => claim.Amount));

    private LedgerRoom Room() => isPreview ? LedgerRoom.ToRead() : LedgerRoom.ToWrite();

    private List<TakenBack> TakeBack(Ledger ledger, PointsRollback rollback, ReturnPolicy policy)
    {
        var taken = new List<TakenBack>();
        foreach (var share in rollback.Shares)
        {
            var wanted = Math.Min(share.Points, rollback.Points - taken.Sum(back => back.Points));
            taken.Add(ledger.TakeBack(share.Granted, wanted, gone!.GetValueOrDefault(share.Granted.Id), policy, rollback.Entry with { Transaction = share.Granted.Id }));
        }

        return taken;
    }

    /// <summary>How much of each transaction expired or was taken back before.</summary>
    private static async Task<IReadOnlyDictionary<string, decimal>> GoneAsync(ITableStore store, string partition, string subledger, DateTimeOffset since, CancellationToken cancellation)
    {
        var rows = await store.ReadAllAsync(partition, LedgerRows.LogBetween(since, null), cancellation);
        return rows.SelectMany(log => RowCodec.Decode(log.Body, RowJson.Default.LedgerLogRow).Points?.Entries ?? [])
            .Where(entry => entry.Subledger == subledger && entry.Kind is LedgerEntryKind.Expiry or LedgerEntryKind.AdditionRollback)
            .GroupBy(entry => entry.Transaction)
            .ToDictionary(entries => entries.Key, entries => -entries.Sum(entry => entry.Points));
    }

    /// <summary>Parts points that were spent: those taken last come back first.</summary>
    private static (IReadOnlyList<Lot> Kept, IReadOnlyList<Lot> Back) Split(IReadOnlyList<Lot> spent, decimal points)
    {
        var (kept, back) = (new List<Lot>(), new List<Lot>());
        foreach (var lot in spent.Reverse())
        {
            var share = Math.Min(points, lot.Points);
            points -= share;
            if (share > 0)
                back.Add(lot with { Points = share });
            if (share < lot.Points)
                kept.Insert(0, lot with { Points = lot.Points - share });
        }

        return (kept, back);
    }

    private StockMove Move(Ledger ledger, decimal points, PointsReceipt receipt, DateTimeOffset? claimed = null)
    {
        var lost = ledger.Entries.Where(entry => entry.Kind is LedgerEntryKind.Expiry or LedgerEntryKind.AdditionRollback);
        var after = gone is null ? null : new Dictionary<string, decimal>(gone);
        foreach (var entry in after is null ? [] : lost)
            after![entry.Transaction] = after.GetValueOrDefault(entry.Transaction) - entry.Points;
        return new StockMove(new LedgerStock(ledger.Row with { Claimed = Later(row.Claimed, claimed) }, etag, after, isPreview), points, Points: receipt with { Entries = ledger.Entries });
    }
}
