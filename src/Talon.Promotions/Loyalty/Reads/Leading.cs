namespace Talon.Promotions;

/// <summary>Keeps the first of many in an order, and no more of them than asked for.</summary>
internal sealed class Leading<T>(int most, IComparer<T> order)
{
    private readonly PriorityQueue<T, T> _kept = new(Comparer<T>.Create((one, other) => order.Compare(other, one)));

    /// <summary>The first ones in order.</summary>
    public IReadOnlyList<T> Items => [.. _kept.UnorderedItems.Select(pair => pair.Element).Order(order)];

    /// <summary>Adds one; the last one is forgotten when there are too many.</summary>
    public void Add(T item)
    {
        if (_kept.Count < most)
            _kept.Enqueue(item, item);
        else
            _kept.EnqueueDequeue(item, item);
    }
}
