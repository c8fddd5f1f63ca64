namespace Talon.Promotions;

/// <summary>Does many things at once, but not all.</summary>
internal static class Concurrently
{
    /// <summary>Does something with each item, with at most <paramref name="width"/> of them under way.</summary>
    public static Task ForEachAsync<T>(IReadOnlyList<T> items, int width, Func<T, Task> body)
    {
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, Math.Min(width, items.Count)).Select(_ => RunAsync()));

        async Task RunAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < items.Count; i = Interlocked.Increment(ref next))
                await body(items[i]);
        }
    }
}
