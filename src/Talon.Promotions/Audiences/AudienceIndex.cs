using System.Runtime.CompilerServices;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Leads from audiences to their members.</summary>
internal sealed class AudienceIndex(ITableStore store)
{
    /// <summary>Notes who is about to join.</summary>
    public Task AnnounceAsync(string integrationId, IEnumerable<AudienceReference> joined, CancellationToken cancellation) => Task.WhenAll(joined.Select(audience =>
    {
        var (partition, key) = AudienceRows.Place(audience, integrationId);
        return store.CommitAsync(partition, [Change.Upsert(key, RowCodec.Encode(new MemberRow(integrationId), RowJson.Default.MemberRow))], cancellation).AsTask();
    }));

    /// <summary>Reads the entries of those who are about to leave, before they do.</summary>
    public async Task<IReadOnlyList<(string Partition, Row Row)>> FindAsync(string integrationId, IEnumerable<AudienceReference> left, CancellationToken cancellation)
    {
        var places = left.Select(audience => AudienceRows.Place(audience, integrationId)).ToList();
        var rows = await Task.WhenAll(places.Select(place => store.ReadAsync(place.Partition, place.Key, cancellation).AsTask()));
        return [.. places.Zip(rows).Where(pair => pair.Second is not null).Select(pair => (pair.First.Partition, pair.Second!))];
    }

    /// <summary>Removes entries of those who left; an entry of somebody who joined again meanwhile stays.</summary>
    public Task RemoveAsync(IReadOnlyList<(string Partition, Row Row)> entries, CancellationToken cancellation) =>
        Task.WhenAll(entries.Select(entry => store.CommitAsync(entry.Partition, [Change.Delete(entry.Row.Key, entry.Row.ETag)], cancellation).AsTask()));

    /// <summary>Notes when members of audiences changed.</summary>
    public Task TouchAsync(IEnumerable<long> audiences, DateTimeOffset now, CancellationToken cancellation) => Task.WhenAll(audiences.Distinct().Select(audience =>
        store.CommitAsync(AudienceRows.Audience(audience), [Change.Upsert(AudienceRows.Changed, RowCodec.Encode(new AudienceChangedRow(now), RowJson.Default.AudienceChangedRow))], cancellation).AsTask()));

    /// <summary>When members of an audience changed last; null when they never did.</summary>
    public async Task<DateTimeOffset?> ChangedAsync(long audience, CancellationToken cancellation) =>
        await store.ReadAsync(AudienceRows.Audience(audience), AudienceRows.Changed, cancellation) is { } row ? RowCodec.Decode(row.Body, RowJson.Default.AudienceChangedRow).At : null;

    /// <summary>Entries of an audience, page after page; some may lead nowhere.</summary>
    public async IAsyncEnumerable<string> ListAsync(AudienceReference audience, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var shard = 0; shard < AudienceRows.Shards; shard++)
        {
            await foreach (var row in store.StreamAsync(AudienceRows.Index(audience.Id, audience.Generation, shard), KeyRange.All, cancellation))
                yield return RowCodec.Decode(row.Body, RowJson.Default.MemberRow).ProfileIntegrationId;
        }
    }
}
