using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Applies the actions of a sync to the items; applying them again changes nothing.</summary>
/// <remarks>An item says which version of the catalog changed it last, so it is never changed twice by the same sync.</remarks>
internal sealed class CatalogWriter(ITableStore store, IdSource ids, TimeProvider clock)
{
    private const int ShardsAtOnce = 8;

    /// <summary>Most items in one transaction; each may take an observed price along.</summary>
    private const int MostItems = 45;

    /// <summary>Applies actions.</summary>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="version">Its version from then on.</param>
    /// <param name="now">When the sync was asked for.</param>
    /// <param name="actions">The actions, of one kind.</param>
    /// <param name="cancellation">Ends the work between writes.</param>
    public async Task ApplyAsync(long catalogId, long version, DateTimeOffset now, IReadOnlyList<CatalogAction> actions, CancellationToken cancellation)
    {
        var single = actions.Where(action => action.Sku is not null).GroupBy(action => CatalogRows.Shard(catalogId, action.Sku!));
        foreach (var batch in single.Chunk(ShardsAtOnce))
            await Task.WhenAll(batch.Select(shard => ApplyAsync(shard.Key, version, now, [.. shard], cancellation)));
        foreach (var action in actions.Where(action => action.Sku is null))
        {
            foreach (var batch in Enumerable.Range(0, CatalogRows.Shards).Chunk(ShardsAtOnce))
                await Task.WhenAll(batch.Select(shard => ApplyToManyAsync(CatalogRows.Shard(catalogId, shard), version, now, action, cancellation)));
        }
    }

    /// <summary>Applies what is left over; the catalog's head as it then is.</summary>
    public async Task<(CatalogHead Head, string? ETag)> ApplyLeftOverAsync(long catalogId, CancellationToken cancellation)
    {
        var partition = CatalogRows.Catalog(catalogId);
        while (true)
        {
            var rows = await store.ReadAllAsync(partition, KeyRange.All, cancellation);
            var row = rows.FirstOrDefault(row => row.Key == CatalogRows.Head);
            var head = row is null ? new CatalogHead(1, default) : RowCodec.Decode(row.Body, RowJson.Default.CatalogHead);
            var pages = rows.Where(CatalogRows.IsSync).ToList();
            if (pages.Count == 0)
                return (head, row?.ETag);
            foreach (var page in pages)
                await ApplyAsync(catalogId, head.Version, head.Modified, RowCodec.Decode(page.Body, RowJson.Default.CatalogSyncRow).Actions, cancellation);
            await store.CommitAsync(partition, [.. pages.Select(page => Change.Delete(page.Key, page.ETag))], cancellation);
        }
    }

    private async Task ApplyAsync(string shard, long version, DateTimeOffset now, IReadOnlyList<CatalogAction> actions, CancellationToken cancellation)
    {
        foreach (var chunk in actions.Chunk(MostItems))
        {
            for (var retry = new Retry(clock); ; await retry.DelayAsync(cancellation))
            {
                var rows = await Task.WhenAll(chunk.Select(action => store.ReadAsync(shard, CatalogRows.Item(action.Sku!), cancellation).AsTask()));
                if (await CommitAsync(shard, version, now, [.. chunk.Zip(rows)], cancellation))
                    break;
            }
        }
    }

    private async Task ApplyToManyAsync(string shard, long version, DateTimeOffset now, CatalogAction action, CancellationToken cancellation)
    {
        await foreach (var chunk in store.StreamAsync(shard, CatalogRows.Items, cancellation).Chunk(MostItems))
        {
            var rows = chunk;
            for (var retry = new Retry(clock); !await CommitAsync(shard, version, now, [.. rows.Select(row => (action, (Row?)row))], cancellation); await retry.DelayAsync(cancellation))
                rows = [.. (await Task.WhenAll(rows.Select(row => store.ReadAsync(shard, row.Key, cancellation).AsTask()))).OfType<Row>()];
        }
    }

    private async Task<bool> CommitAsync(string shard, long version, DateTimeOffset now, IReadOnlyList<(CatalogAction Action, Row? Row)> work, CancellationToken cancellation)
    {
        var changes = new List<Change>();
        foreach (var (action, row) in work)
        {
            var before = row is null ? null : RowCodec.Decode(row.Body, RowJson.Default.CatalogItem);
            if (before?.Version >= version)
                continue;
            var after = action.After(before, version, now);
            if (after == before)
                continue;
            if (after is null)
            {
                changes.Add(Change.Delete(row!.Key, row.ETag));
                continue;
            }

            after = after.Id == 0 ? after with { Id = await ids.NextAsync(IdKinds.CatalogItem, cancellation) } : after;
            var body = RowCodec.Encode(after, RowJson.Default.CatalogItem);
            changes.Add(row is null ? Change.Insert(CatalogRows.Item(after.Sku), body) : Change.Replace(row.Key, body, row.ETag));
            if (after.Price is { } price && price != before?.Price)
                changes.Add(await ObserveAsync(after.Sku, now, price, null, cancellation));
        }

        foreach (var (action, _) in work.Where(pair => pair.Row is not null && RowCodec.Decode(pair.Row.Body, RowJson.Default.CatalogItem).Version < version))
        {
            // An adjustment is noted ahead of its item: noted twice, it says the same.
            foreach (var chunk in action.Adjustments.Chunk(StorageLimits.MaxChanges))
                await store.CommitAsync(shard, [.. await Task.WhenAll(chunk.Select(adjustment => ObserveAsync(action.Sku!, adjustment.EffectiveFrom ?? now, adjustment.Price, adjustment, cancellation)))], cancellation);
        }

        return changes.Count == 0 || (await store.CommitAsync(shard, changes, cancellation)).Committed;
    }

    private async Task<Change> ObserveAsync(string sku, DateTimeOffset at, decimal? price, PriceAdjustment? adjustment, CancellationToken cancellation)
    {
        var id = await ids.NextAsync(IdKinds.CatalogPrice, cancellation);
        return Change.Upsert(CatalogRows.Price(sku, at, id), RowCodec.Encode(new PriceRow(id, sku, at, price, adjustment), RowJson.Default.PriceRow));
    }
}
