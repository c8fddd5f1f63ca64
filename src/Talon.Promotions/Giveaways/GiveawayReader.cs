using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Reads giveaway pools.</summary>
internal sealed class GiveawayReader(ITableStore store)
{
    /// <summary>The codes that are handed out next, by partition of the pool.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="scope">Who asks, and when: everybody starts with another partition.</param>
    /// <param name="all">Whether to read all partitions; otherwise the first one that has plenty is enough.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<int, GiveawayShelf>> ReadAsync(long pool, UpdateScope scope, bool all, CancellationToken cancellation)
    {
        var first = KeyText.Hash(scope.Operation)[0] % GiveawayRows.Shards;
        if (!all && await ReadAsync(pool, first, scope.Now, cancellation) is var plenty && plenty.Free(scope.Now) >= GiveawayRows.PackSize)
            return new Dictionary<int, GiveawayShelf> { [first] = plenty };
        var shards = Enumerable.Range(0, GiveawayRows.Shards).Select(i => (first + i) % GiveawayRows.Shards).ToList();
        var shelves = await Task.WhenAll(shards.Select(shard => ReadAsync(pool, shard, scope.Now, cancellation)));
        return shards.Zip(shelves).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private Task<GiveawayShelf> ReadAsync(long pool, int shard, DateTimeOffset now, CancellationToken cancellation) =>
        GiveawayShelf.ReadAsync(store, Partitions.Giveaways(pool, shard), GiveawayRows.PackSize, now, cancellation);
}
