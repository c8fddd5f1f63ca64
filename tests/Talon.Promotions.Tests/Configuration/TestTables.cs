using System.Globalization;
using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>An in-memory store that counts trips and can lose answers.</summary>
internal sealed class TestTables : ITableStore
{
    private readonly SortedDictionary<(string Partition, string Key), Row> _rows = new(
        Comparer<(string Partition, string Key)>.Create((a, b) =>
            string.CompareOrdinal(a.Partition, b.Partition) is var order && order != 0 ? order : string.CompareOrdinal(a.Key, b.Key)));

    private long _etag;

    public int Reads { get; private set; }

    public int RangeReads { get; private set; }

    public int Commits { get; private set; }

    /// <summary>Runs before a commit; returns whether its answer is lost.</summary>
    public Func<IReadOnlyList<Change>, bool>? OnCommit { get; set; }

    /// <summary>Reads wait for it.</summary>
    public Task ReadGate { get; set; } = Task.CompletedTask;

    public void ResetCounts() => (Reads, RangeReads, Commits) = (0, 0, 0);

    public async ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default)
    {
        Reads++;
        await ReadGate;
        lock (_rows)
            return _rows.GetValueOrDefault((partition, key));
    }

    public async ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default)
    {
        RangeReads++;
        await ReadGate;
        lock (_rows)
        {
            var rows = _rows.Values.Zip(_rows.Keys)
                .Where(r => r.Second.Partition == partition && string.CompareOrdinal(r.Second.Key, range.From) >= 0
                    && (range.Until is null || string.CompareOrdinal(r.Second.Key, range.Until) < 0))
                .Select(r => r.First).ToList();
            take = Math.Min(take, 3);
            return new(rows.Take(take).ToList(), rows.Count > take ? range with { From = rows[take].Key } : null);
        }
    }

    public async ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        Commits++;
        var lost = OnCommit?.Invoke(changes) ?? false;
        await Task.Yield();
        Assert.True(changes.Sum(c => c.Body.Length) <= StorageLimits.MaxTransaction, "a transaction is too large");
        Assert.All(changes, c => Assert.True(c.Body.Length <= StorageLimits.MaxBody, "a body is too large"));
        lock (_rows)
        {
            foreach (var change in changes)
            {
                var there = _rows.GetValueOrDefault((partition, change.Key));
                if (change.Kind == ChangeKind.Insert ? there is not null : change.Kind != ChangeKind.Upsert && there?.ETag != change.ETag)
                    return CommitResult.Conflict(change.Key);
            }

            foreach (var change in changes)
            {
                if (change.Kind == ChangeKind.Delete)
                    _rows.Remove((partition, change.Key));
                else
                    _rows[(partition, change.Key)] = new(change.Key, (++_etag).ToString(CultureInfo.InvariantCulture), change.Body.ToArray());
            }
        }

        return lost ? throw new StorageUnavailableException("lost answer") : CommitResult.Done([]);
    }
}
