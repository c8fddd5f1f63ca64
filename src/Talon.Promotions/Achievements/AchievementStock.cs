using Talon.Storage;

namespace Talon.Promotions;

/// <summary>A customer's progress in one achievement.</summary>
/// <param name="key">The row key.</param>
/// <param name="row">The progress.</param>
/// <param name="etag">The row's ETag; null when there is no row yet.</param>
internal sealed class AchievementStock(string key, AchievementRow row, string? etag) : Stock
{
    /// <summary>The progress.</summary>
    public AchievementRow Row => row;

    /// <inheritdoc/>
    public override IReadOnlyList<Change> Changes
    {
        get
        {
            var body = RowCodec.Encode(row, RowJson.Default.AchievementRow);
            return [etag is null ? Change.Insert(key, body) : Change.Replace(key, body, etag)];
        }
    }

    /// <summary>Reads a customer's progress.</summary>
    public static async Task<Stock> ReadAsync(ITableStore store, string partition, string key, long achievement, CancellationToken cancellation) =>
        await store.ReadAsync(partition, key, cancellation) is { } found
            ? new AchievementStock(key, RowCodec.Decode(found.Body, RowJson.Default.AchievementRow), found.ETag)
            : new AchievementStock(key, AchievementRow.None(achievement), null);

    /// <inheritdoc/>
    public override StockMove? Take(Claim claim, decimal? ceiling)
    {
        var asked = (AchievementClaim)claim;
        return row.Last == asked.Seen ? new StockMove(With(row.With(asked.Steps, asked.At)), asked.Amount) : null;
    }

    /// <inheritdoc/>
    public override StockMove PutBack(ClaimRow made, ClaimReturn back) =>
        new(With(row.Without(((AchievementClaim)back.Claim).Tail(made.Amount - made.GivenBack, back.Amount))), back.Amount);

    /// <inheritdoc/>
    public override StockMove Undo(ClaimRow made, Claim claim)
    {
        var held = made.Amount - made.GivenBack;
        return new(With(row.Without(((AchievementClaim)claim).Tail(held, held))), held);
    }

    /// <inheritdoc/>
    public override Stock? Written(IReadOnlyList<string> etags) => new AchievementStock(key, row, etags[0]);

    private AchievementStock With(AchievementRow next) => new(key, next, etag);
}
