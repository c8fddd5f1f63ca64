using System.Runtime.CompilerServices;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Readings made of several operations.</summary>
internal static class TableStoreExtensions
{
    private const int MostTries = 4;

    /// <summary>All rows of a range, as they stood at one moment as long as a page holds them all.</summary>
    public static async Task<IReadOnlyList<Row>> ReadWholeAsync(this ITableStore store, string partition, KeyRange range, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await store.ReadRangeAsync(partition, range, cancellation: cancellation) is { Next: null } page)
                return page.Rows;
        }

        return await store.ReadAllAsync(partition, range, cancellation);
    }

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

    /// <summary>The rows of a range one after another, read page by page as they are asked for; a snapshot only within a page.</summary>
    public static async IAsyncEnumerable<Row> StreamAsync(
        this ITableStore store, string partition, KeyRange range, [EnumeratorCancellation] CancellationToken cancellation, int pageSize = StorageLimits.MaxPage)
    {
        for (KeyRange? rest = range; rest is { } next;)
        {
            var page = await store.ReadRangeAsync(partition, next, pageSize, cancellation);
            foreach (var row in page.Rows)
                yield return row;
            rest = page.Next;
        }
    }
}
