using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Readings made of several operations.</summary>
internal static class TableStoreExtensions
{
    /// <summary>All rows of a range, page after page. A snapshot only where one page holds them all.</summary>
    public static async Task<IReadOnlyList<Row>> ReadAllAsync(this ITableStore store, string partition, KeyRange range, CancellationToken cancellation)
    {
        var page = await store.ReadRangeAsync(partition, range, cancellation: cancellation);
        if (page.Next is null)
            return page.Rows;
        var rows = new List<Row>(page.Rows);
        while (page.Next is { } next)
        {
            page = await store.ReadRangeAsync(partition, next, cancellation: cancellation);
            rows.AddRange(page.Rows);
        }

        return rows;
    }
}
