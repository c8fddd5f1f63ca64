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
    /// <param name="poolId">The pool.</param>
    /// <param name="codes">The codes.</param>
    /// <param name="key">Makes repeats of the import the same import: each code is added once, also when a process died in between. Null for none.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Ends the work between transactions.</param>
    /// <returns>The id of the import, and how many codes were added now.</returns>
    /// <exception cref="InvalidRequestException">The key was used for another file.</exception>
    public async Task<(long Id, int Added)> ImportAsync(long poolId, IReadOnlyList<NewGiveaway> codes, IdempotencyKey? key, DateTimeOffset now, CancellationToken cancellation)
    {
        var import = await BeginAsync(poolId, codes.Count, key, now, cancellation);
        var shards = codes
            .Select((code, i) => new GiveawayCode(import.FirstId + i, code.Code, import.At, code.Start, code.End, code.Attributes, import.Id))
            .GroupBy(code => (int)(code.Id % GiveawayRows.Shards));
        var added = await Task.WhenAll(shards.Select(shard => AddAsync(Partitions.Giveaways(poolId, shard.Key), shard, key, cancellation)));
        return (import.Id, added.Sum());
    }

    private async Task<GiveawayImportRow> BeginAsync(long poolId, int count, IdempotencyKey? key, DateTimeOffset now, CancellationToken cancellation)
    {
        var partition = Partitions.Giveaways(poolId, 0);
        if (key is not null && await _store.ReadAsync(partition, GiveawayRows.Import(key), cancellation) is { } known)
            return Same(known, key);
        var import = await _ids.NextAsync(IdKinds.Import, cancellation);
        var begun = new GiveawayImportRow(import, count == 0 ? 0 : await _ids.TakeAsync(IdKinds.Giveaway, count, cancellation), now, key?.BodyHash ?? "");
        if (key is null || (await _store.CommitAsync(partition, [Change.Insert(GiveawayRows.Import(key), RowCodec.Encode(begun, RowJson.Default.GiveawayImportRow))], cancellation)).Committed)
            return begun;
        return Same((await _store.ReadAsync(partition, GiveawayRows.Import(key), cancellation))!, key);
    }

    private static GiveawayImportRow Same(Row row, IdempotencyKey key)
    {
        var known = RowCodec.Decode(row.Body, RowJson.Default.GiveawayImportRow);
        return known.BodyHash == key.BodyHash
            ? known
            : throw new InvalidRequestException(new Problem("Invalid", "The key was used before, with another file", Parameter: "Idempotency-Key"));
    }

    private async Task<int> AddAsync(string partition, IEnumerable<GiveawayCode> codes, IdempotencyKey? key, CancellationToken cancellation)
    {
        var added = 0;
        var packs = codes.OrderBy(code => code.Start ?? DateTimeOffset.MinValue).ThenBy(code => code.Id).Chunk(GiveawayRows.PackSize);
        foreach (var (part, chunk) in packs.Chunk(PacksAtOnce).Index())
        {
            Change[] changes = [.. chunk.Select(pack => Change.Upsert(GiveawayRows.Pack(pack[0].Start, pack[0].Id), RowCodec.Encode(new GiveawayPack(pack), RowJson.Default.GiveawayPack)))];
            // Packs are emptied once their codes are handed out, so that they do not tell whether they were added.
            if (key is not null)
                changes = [Change.Insert(GiveawayRows.Import(key, part), RowCodec.Empty), .. changes];
            if ((await _store.CommitAsync(partition, changes, cancellation)).Committed)
                added += chunk.Sum(pack => pack.Length);
        }

        return added;
    }
}
