using System.Globalization;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Leads to the sessions that an Application closed last.</summary>
/// <remarks>
/// A closing session leaves a row of its own, beside the rest of its work and before it commits: so every closed session has
/// one, and a row whose session is not closed, or not any more, means nothing. Rows are spread over partitions by month and by
/// a hash of the session, so that none is hot; inside a partition the latest come first.
/// </remarks>
internal sealed class ClosedSessions(ITableStore store)
{
    private const int Shards = 16;

    /// <summary>Notes that a session is being closed.</summary>
    public async Task NoteAsync(long applicationId, string integrationId, DateTimeOffset at)
    {
        var hash = KeyText.Hash(integrationId);
        var body = RowCodec.Encode(new ClosedSessionRow(integrationId, at), RowJson.Default.ClosedSessionRow);
        await store.CommitAsync(Partition(applicationId, at, Shard(hash)), [Change.Upsert(Key(at, hash), body)]);
    }

    /// <summary>The sessions noted last, each once, the latest first; some may not be closed.</summary>
    /// <param name="applicationId">The Application.</param>
    /// <param name="from">When to begin.</param>
    /// <param name="since">Before when there is nothing.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async IAsyncEnumerable<ClosedSessionRow> ReadAsync(long applicationId, DateTimeOffset from, DateTimeOffset since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        HashSet<string> seen = [];
        for (var month = MonthOf(from); month >= MonthOf(since); month = month.AddMonths(-1))
        {
            var shards = Enumerable.Range(0, Shards).Select(shard => new Shelf(store, Partition(applicationId, month, shard))).ToList();
            await Task.WhenAll(shards.Select(shelf => shelf.FillAsync(cancellation)));
            while (shards.Where(shelf => shelf.Next is not null).MinBy(shelf => shelf.Next!.Key, StringComparer.Ordinal) is { } first)
            {
                var row = RowCodec.Decode(first.Next!.Body, RowJson.Default.ClosedSessionRow);
                if (seen.Add(row.IntegrationId))
                    yield return row;
                await first.MoveAsync(cancellation);
            }
        }
    }

    private static string Partition(long applicationId, DateTimeOffset at, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"closed.{applicationId}.{at.UtcDateTime:yyyyMM}.{shard}");

    private static string Key(DateTimeOffset at, string hash) => $"{KeyText.Number(long.MaxValue - at.UtcTicks)}.{hash}";

    private static int Shard(string hash) => hash[0] % Shards;

    private static DateTimeOffset MonthOf(DateTimeOffset at) => new(at.UtcDateTime.Year, at.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The rows of one partition, read a page at a time.</summary>
    private sealed class Shelf(ITableStore store, string partition)
    {
        private const int PageSize = 100;
        private readonly Queue<Row> _rows = [];
        private KeyRange? _rest = KeyRange.All;

        public Row? Next => _rows.TryPeek(out var row) ? row : null;

        public Task MoveAsync(CancellationToken cancellation)
        {
            _rows.Dequeue();
            return _rows.Count == 0 ? FillAsync(cancellation) : Task.CompletedTask;
        }

        public async Task FillAsync(CancellationToken cancellation)
        {
            while (_rows.Count == 0 && _rest is { } range)
            {
                var page = await store.ReadRangeAsync(partition, range, PageSize, cancellation);
                foreach (var row in page.Rows)
                    _rows.Enqueue(row);
                _rest = page.Next;
            }
        }
    }
}
