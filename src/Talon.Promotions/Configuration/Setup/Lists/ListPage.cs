namespace Talon.Promotions;

/// <summary>Takes a page of a list of any length, and holds no more of it than the page and what comes before.</summary>
internal static class ListPage
{
    /// <summary>The page, and whether there are more after it.</summary>
    /// <param name="all">The list.</param>
    /// <param name="order">Its order; null for the one in which it comes.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">The most to take.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task<(IReadOnlyList<T> Page, bool HasMore)> TakeAsync<T>(IAsyncEnumerable<T> all, IComparer<T>? order, int skip, int take, CancellationToken cancellation) =>
        order is null ? InTurnAsync(all, skip, take, cancellation) : SortedAsync(all, order, skip, take, cancellation);

    private static async Task<(IReadOnlyList<T> Page, bool HasMore)> InTurnAsync<T>(IAsyncEnumerable<T> all, int skip, int take, CancellationToken cancellation)
    {
        List<T> page = [];
        await foreach (var one in all.WithCancellation(cancellation))
        {
            if (skip-- > 0)
                continue;
            if (page.Count == take)
                return (page, true);
            page.Add(one);
        }

        return (page, false);
    }

    private static async Task<(IReadOnlyList<T> Page, bool HasMore)> SortedAsync<T>(IAsyncEnumerable<T> all, IComparer<T> order, int skip, int take, CancellationToken cancellation)
    {
        var most = (long)skip + take + 1;
        // The last of those kept stands at the head, to be pushed out by what comes before it.
        var kept = new PriorityQueue<T, T>(Comparer<T>.Create((one, other) => order.Compare(other, one)));
        await foreach (var one in all.WithCancellation(cancellation))
        {
            if (kept.Count < most)
                kept.Enqueue(one, one);
            else
                kept.EnqueueDequeue(one, one);
        }

        var sorted = kept.UnorderedItems.Select(pair => pair.Element).Order(order).Skip(skip).ToList();
        return (sorted.Count > take ? sorted[..take] : sorted, sorted.Count > take);
    }
}
