using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Fills giveaway pools.</summary>
public sealed class GiveawayService
{
    private const int PacksAtOnce = 20;

    private readonly ITableStore _store;
    private readonly IdSource _ids;

    internal GiveawayService(ITableStore store, IdSource ids) => (_store, _ids) = (store, ids);

    /// <summary>Adds codes to a pool; the same text several times is several giveaways.</summary>
    /// <returns>The id of the import.</returns>
    public async Task<long> ImportAsync(long poolId, IReadOnlyList<NewGiveaway> codes, DateTimeOffset now, CancellationToken cancellation)
    {
        var import = await _ids.NextAsync(IdKinds.Import, cancellation);
        if (codes.Count == 0)
            return import;
        var first = await _ids.TakeAsync(IdKinds.Giveaway, codes.Count, cancellation);
        var shards = codes
            .Select((code, i) => new GiveawayCode(first + i, code.Code, now, code.Start, code.End, code.Attributes, import))
            .GroupBy(code => (int)(code.Id % GiveawayRows.Shards));
        await Task.WhenAll(shards.Select(shard => AddAsync(Partitions.Giveaways(poolId, shard.Key), shard, cancellation)));
        return import;
    }

    private async Task AddAsync(string partition, IEnumerable<GiveawayCode> codes, CancellationToken cancellation)
    {
        var packs = codes.OrderBy(code => code.Start ?? DateTimeOffset.MinValue).ThenBy(code => code.Id).Chunk(GiveawayRows.PackSize);
        foreach (var chunk in packs.Chunk(PacksAtOnce))
        {
            await _store.CommitAsync(
                partition,
                [.. chunk.Select(pack => Change.Upsert(GiveawayRows.Pack(pack[0].Start, pack[0].Id), RowCodec.Encode(new GiveawayPack(pack), RowJson.Default.GiveawayPack)))],
                cancellation);
        }
    }
}
