using Talon.Storage;

namespace Talon.Promotions;

/// <summary>A claim on one code of a pool: it is handed out, and stays so when the session is cancelled or reopened.</summary>
/// <param name="Partition">A partition of the pool.</param>
/// <param name="Id">Unique per attempt and round.</param>
/// <param name="At">When; says which codes may be handed out.</param>
internal sealed record GiveawayClaim(string Partition, string Id, DateTimeOffset At) : Claim(Partition, GiveawayRows.Shelf, Id, 1, Permanent: true)
{
    /// <inheritdoc/>
    public override async Task<Stock> ReadAsync(ITableStore store, IEnumerable<Claim> claims, CancellationToken cancellation) =>
        await GiveawayShelf.ReadAsync(store, Partition, claims.Count(), At, cancellation);
}
