using System.Runtime.CompilerServices;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Merges ordered streams of rows.</summary>
internal static class OrderedMerge
{
    /// <summary>The rows of all streams in the order of their keys; each stream is a page ahead at most.</summary>
    public static async IAsyncEnumerable<Row> ByKeyAsync(IEnumerable<IAsyncEnumerable<Row>> streams, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var readers = streams.Select(stream => stream.GetAsyncEnumerator(cancellation)).ToList();
        try
        {
            var ahead = new PriorityQueue<IAsyncEnumerator<Row>, string>(StringComparer.Ordinal);
            var first = await Task.WhenAll(readers.Select(reader => reader.MoveNextAsync().AsTask()));
            foreach (var (reader, _) in readers.Zip(first).Where(pair => pair.Second))
                ahead.Enqueue(reader, reader.Current.Key);
            while (ahead.TryDequeue(out var next, out _))
            {
                yield return next.Current;
                if (await next.MoveNextAsync())
                    ahead.Enqueue(next, next.Current.Key);
            }
        }
        finally
        {
            foreach (var reader in readers)
                await reader.DisposeAsync();
        }
    }
}
