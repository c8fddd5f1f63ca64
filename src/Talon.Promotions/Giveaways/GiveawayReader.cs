using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Reads giveaway pools.</summary>
internal sealed class GiveawayReader(ITableStore store)
{
    /// <summary>How many codes can be handed out, by partition of the pool.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="scope">Who asks, and when: everybody starts with another partition.</param>
    /// <param name="all">Whether to read all partitions; otherwise the first one that has plenty is enough.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<int, int>> FreeAsync(long pool, UpdateScope scope, bool all, CancellationToken cancellation)
    {
        var first = KeyText.Hash(scope.Operation)[0] % GiveawayRows.Shards;
        if (!all && await FreeAsync(pool, first, scope.Now, cancellation) is >= GiveawayRows.PackSize and var plenty)
            return new Dictionary<int, int> { [first] = plenty };
        var shards = Enumerable.Range(0, GiveawayRows.Shards).Select(i => (first + i) % GiveawayRows.Shards).ToList();
        var free = await Task.WhenAll(shards.Select(shard => FreeAsync(pool, shard, scope.Now, cancellation)));
        return shards.Zip(free).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private async Task<int> FreeAsync(long pool, int shard, DateTimeOffset now, CancellationToken cancellation) =>
        (await GiveawayShelf.ReadAsync(store, Partitions.Giveaways(pool, shard), GiveawayRows.PackSize, now, cancellation)).Free(now);
}
