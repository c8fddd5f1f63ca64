using System.Runtime.CompilerServices;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Reads what catalogs know.</summary>
internal sealed class CatalogReader(ITableStore store)
{
    private const int MostSideBySide = 128;

    /// <summary>The items of SKUs, by SKU, from the first catalog of an Application that has each; in one trip for carts of usual size.</summary>
    public async Task<IReadOnlyDictionary<string, CatalogItem>> FindAsync(ApplicationConfiguration application, IEnumerable<string> skus, CancellationToken cancellation)
    {
        if (application.Catalogs.Count == 0)
            return new Dictionary<string, CatalogItem>();
        var found = new Dictionary<string, CatalogItem>();
        foreach (var batch in skus.Distinct().SelectMany(sku => application.Catalogs.Keys.Order().Select(catalog => (sku, catalog))).Chunk(MostSideBySide))
        {
            var rows = await Task.WhenAll(batch.Select(item => store.ReadAsync(CatalogRows.Shard(item.catalog, item.sku), CatalogRows.Item(item.sku), cancellation).AsTask()));
            foreach (var row in rows.OfType<Row>().Select(row => RowCodec.Decode(row.Body, RowJson.Default.CatalogItem)))
                found.TryAdd(row.Sku, row);
        }

        return found;
    }

    /// <summary>What was observed of the price of an item until a moment, in the order of time.</summary>
    public async Task<IReadOnlyList<PriceRow>> PricesAsync(long catalogId, string sku, DateTimeOffset end, CancellationToken cancellation) =>
    [
        .. (await store.ReadAllAsync(CatalogRows.Shard(catalogId, sku), CatalogRows.PricesUntil(sku, end), cancellation)).Select(row => RowCodec.Decode(row.Body, RowJson.Default.PriceRow)),
    ];

    /// <summary>All items of a catalog, page after page, in no order that means anything.</summary>
    public async IAsyncEnumerable<CatalogItem> ListAsync(long catalogId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var shard = 0; shard < CatalogRows.Shards; shard++)
        {
            await foreach (var row in store.StreamAsync(CatalogRows.Shard(catalogId, shard), CatalogRows.Items, cancellation))
                yield return RowCodec.Decode(row.Body, RowJson.Default.CatalogItem);
        }
    }
}
