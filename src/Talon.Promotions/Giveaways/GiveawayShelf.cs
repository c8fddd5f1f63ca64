using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The codes of one partition of a pool that claims take from.</summary>
/// <param name="codes">The codes on the shelf, and those of the packs that were read.</param>
/// <param name="etag">The shelf's ETag; null when there is none yet.</param>
/// <param name="packs">The packs that were read; they are emptied onto the shelf.</param>
/// <param name="claimed">When the last attempt began that claimed a code; null when none did.</param>
internal sealed class GiveawayShelf(IReadOnlyList<GiveawayCode> codes, string? etag, IReadOnlyList<Row> packs, DateTimeOffset? claimed) : Stock
{
    private const int MostPacks = 40;

    /// <summary>When the last attempt began that claimed a code; null when none did.</summary>
    public DateTimeOffset? Claimed => claimed;

    /// <inheritdoc/>
    public override int Writes => 1 + packs.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<Change> Changes
    {
        get
        {
            var body = RowCodec.Encode(new GiveawayPack(codes, claimed), RowJson.Default.GiveawayPack);
            var shelf = etag is null ? Change.Insert(GiveawayRows.Shelf, body) : Change.Replace(GiveawayRows.Shelf, body, etag);
            return [shelf, .. packs.Select(pack => Change.Delete(pack.Key, pack.ETag))];
        }
    }

    /// <summary>Reads a shelf, with as many packs as it takes to have some codes to hand out.</summary>
    public static async Task<GiveawayShelf> ReadAsync(ITableStore store, string partition, int wanted, DateTimeOffset now, CancellationToken cancellation)
    {
        var codes = new List<GiveawayCode>();
        var packs = new List<Row>();
        string? etag = null;
        DateTimeOffset? claimed = null;
        for (KeyRange? range = GiveawayRows.Stock; range is { } next && packs.Count < MostPacks && codes.Count(code => code.IsFree(now)) < wanted;)
        {
            var page = await store.ReadRangeAsync(partition, next, 2, cancellation);
            foreach (var row in page.Rows)
            {
                var pack = RowCodec.Decode(row.Body, RowJson.Default.GiveawayPack);
                codes.AddRange(pack.Codes);
                if (row.Key == GiveawayRows.Shelf)
                    (etag, claimed) = (row.ETag, pack.Claimed);
                else
                    packs.Add(row);
            }

            range = page.Next;
        }

        return new GiveawayShelf(codes, etag, packs, claimed);
    }

    /// <summary>How many codes can be handed out; at least, since further packs may be behind.</summary>
    public int Free(DateTimeOffset now) => codes.Count(code => code.IsFree(now));

    /// <inheritdoc/>
    public override StockMove? Take(Claim claim, decimal? ceiling)
    {
        var now = ((GiveawayClaim)claim).At;
        return codes.FirstOrDefault(code => code.IsFree(now)) is { } taken
            ? new StockMove(With(codes.Where(code => code.Id != taken.Id && !code.IsOver(now)), Later(claimed, claim.Begun)), 1, Code: taken)
            : null;
    }

    /// <inheritdoc/>
    public override StockMove PutBack(ClaimRow made, ClaimReturn back) => Undo(made, back.Claim);

    /// <inheritdoc/>
    public override StockMove Undo(ClaimRow made, Claim claim) =>
        new(With(made.Code is { } code ? [code, .. codes] : codes, claimed), 1, Made: made with { Code = null });

    private GiveawayShelf With(IEnumerable<GiveawayCode> left, DateTimeOffset? last) => new([.. left], etag, packs, last);
}
