using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Adds to the analytics of campaigns, once per outbox row.</summary>
internal sealed class AnalyticsBooking(ITableStore store, TimeProvider clock)
{
    /// <summary>The days that changes go to, as they are now.</summary>
    public async Task<IReadOnlyDictionary<(string Partition, string Key), KnownDay>> ReadAsync(IEnumerable<AnalyticsChange> changes, CancellationToken cancellation)
    {
        var places = changes.Select(Place).Distinct().ToList();
        var rows = await Task.WhenAll(places.Select(place => store.ReadAsync(place.Partition, place.Key, cancellation).AsTask()));
        return places.Zip(rows).ToDictionary(pair => pair.First, pair => pair.Second is { } row
            ? new KnownDay(RowCodec.Decode(row.Body, RowJson.Default.AnalyticsDay), row.ETag)
            : new KnownDay(AnalyticsDay.Empty, null));
    }

    /// <summary>Books changes; the marker that it is done stands in the same transaction as what it changes.</summary>
    /// <param name="id">The outbox row's id.</param>
    /// <param name="changes">What to add.</param>
    /// <param name="known">The days as the committing request knows them, if it does: saves a trip while they still hold.</param>
    /// <param name="cancellation">Ends the booking between tries.</param>
    public Task BookAsync(string id, IEnumerable<AnalyticsChange> changes, IReadOnlyDictionary<(string Partition, string Key), KnownDay>? known, CancellationToken cancellation) =>
        Task.WhenAll(changes.GroupBy(change => change.Partition).Select(slot => BookAsync("done." + id, slot.Key, [.. slot], known, cancellation)));

    private static (string Partition, string Key) Place(AnalyticsChange change) => (change.Partition, AnalyticsDay.Key(change.Hour));

    private async Task BookAsync(string marker, string partition, IReadOnlyList<AnalyticsChange> changes, IReadOnlyDictionary<(string Partition, string Key), KnownDay>? known, CancellationToken cancellation)
    {
        for (var retry = new Retry(clock); ; await retry.DelayAsync(cancellation))
        {
            var days = known ?? await ReadAsync(changes, cancellation);
            var result = await store.CommitAsync(partition, [Change.Insert(marker, RowCodec.Empty), .. changes.GroupBy(Place).Select(day => Added(days[day.Key], day.Key.Key, day))], cancellation);
            if (result.Committed || result.ConflictKey == marker)
                return;
            known = null;
        }
    }

    private static Change Added(KnownDay known, string key, IEnumerable<AnalyticsChange> changes)
    {
        var day = changes.Aggregate(known.Day, (day, change) => day.With(change.Hour, change.Numbers));
        var body = RowCodec.Encode(day, RowJson.Default.AnalyticsDay);
        return known.ETag is { } etag ? Change.Replace(key, body, etag) : Change.Insert(key, body);
    }
}
