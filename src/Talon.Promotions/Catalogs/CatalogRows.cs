using System.Globalization;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Where catalogs stand: how far each has come in one partition, its items spread over many by their SKU.</summary>
internal static class CatalogRows
{
    /// <summary>How many partitions the items of a catalog have.</summary>
    public const int Shards = 64;

    /// <summary>How far a catalog has come.</summary>
    public const string Head = "head";

    private const string SyncPrefix = "sync.";

    /// <summary>All items of a partition.</summary>
    public static KeyRange Items { get; } = KeyRange.Prefix("item.");

    /// <summary>The partition of a catalog.</summary>
    public static string Catalog(long catalogId) => string.Create(CultureInfo.InvariantCulture, $"catalog.{catalogId}");

    /// <summary>A partition of its items.</summary>
    public static string Shard(long catalogId, int shard) => string.Create(CultureInfo.InvariantCulture, $"catalog.{catalogId}.{shard}");

    /// <summary>The partition of an item.</summary>
    public static string Shard(long catalogId, string sku) => Shard(catalogId, Sharding.Of(KeyText.Hash(sku), Shards));

    /// <summary>An item.</summary>
    public static string Item(string sku) => "item." + KeyText.Hash(sku);

    /// <summary>What was observed of the price of an item, in the order of time.</summary>
    public static string Price(string sku, DateTimeOffset at, long id) => $"{PricePrefix(sku)}{KeyText.Number(at.UtcTicks)}.{KeyText.Number(id)}";

    /// <summary>All that was observed of the price of an item until a moment.</summary>
    public static KeyRange PricesUntil(string sku, DateTimeOffset end) => new(PricePrefix(sku), PricePrefix(sku) + KeyText.Number(end.UtcTicks + 1));

    /// <summary>A page of actions that are to be applied.</summary>
    public static string Sync(int page) => SyncPrefix + page.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>Whether a row is such a page.</summary>
    public static bool IsSync(Row row) => row.Key.StartsWith(SyncPrefix, StringComparison.Ordinal);

    private static string PricePrefix(string sku) => $"price.{KeyText.Hash(sku)}.";
}

/// <summary>How far a catalog has come.</summary>
/// <param name="Version">Counts syncs, from 1 for an empty catalog.</param>
/// <param name="Modified">When the last one was.</param>
internal sealed record CatalogHead(long Version, DateTimeOffset Modified);

/// <summary>Actions that are to be applied; the catalog's version is theirs.</summary>
/// <param name="Actions">The actions.</param>
internal sealed record CatalogSyncRow(IReadOnlyList<CatalogAction> Actions);

/// <summary>A price that was observed.</summary>
/// <param name="Id">Server-assigned id.</param>
/// <param name="Sku">The item.</param>
/// <param name="At">From when on it holds.</param>
/// <param name="Price">The price; null when it no longer holds.</param>
/// <param name="Adjustment">The adjustment that made it; null for the price of the item itself.</param>
internal sealed record PriceRow(long Id, string Sku, DateTimeOffset At, decimal? Price, PriceAdjustment? Adjustment = null);
