using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Leads from customers to the partitions that name them: their sessions, coupons, referrals and counters.</summary>
internal sealed class ProfileLinks(ITableStore store)
{
    private const int MostSideBySide = 64;

    /// <summary>Writes links; ones that are there stay.</summary>
    /// <param name="links">The partition that gets a link, and the partition that it leads to.</param>
    /// <param name="cancellation">Ends the work between writes.</param>
    public async Task AddAsync(IEnumerable<(string From, string To)> links, CancellationToken cancellation)
    {
        var transactions = links.Distinct().GroupBy(link => link.From).SelectMany(from => from.Chunk(StorageLimits.MaxChanges));
        foreach (var batch in transactions.Chunk(MostSideBySide))
            await Task.WhenAll(batch.Select(chunk => store.CommitAsync(chunk[0].From, [.. chunk.Select(link => LinkRows.To(link.To))], cancellation).AsTask()));
    }

    /// <summary>Writes links to all partitions where claims name a customer.</summary>
    public Task AddAsync(IEnumerable<Claim> claims, string? customer, CancellationToken cancellation) => customer is null
        ? Task.CompletedTask
        : AddAsync(claims.OfType<LimitClaim>().Where(claim => claim.Key.Entities.Contains("Profile=" + customer, StringComparison.Ordinal)).Select(claim => (Partitions.Profile(customer), claim.Partition)), cancellation);

    /// <summary>Where the links of a range lead to, page after page.</summary>
    public IAsyncEnumerable<string> ListAsync(string from, KeyRange range, CancellationToken cancellation) => store.StreamAsync(from, range, cancellation).Select(LinkRows.Target);
}
