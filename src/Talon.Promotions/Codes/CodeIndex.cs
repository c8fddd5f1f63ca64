using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Leads from a campaign and the id of a coupon or referral to its code: buckets of consecutive ids, and one row per bucket to find them.</summary>
/// <remarks>A row is written before its coupon or referral, so an entry may lead nowhere; their own row is the truth.</remarks>
/// <param name="store">The store.</param>
/// <param name="name">What is indexed.</param>
internal sealed class CodeIndex(ITableStore store, string name)
{
    private const int BucketBits = 12;

    /// <summary>Adds entries of one campaign.</summary>
    public Task AddAsync(long campaignId, IReadOnlyList<(long Id, string Code)> entries, CancellationToken cancellation)
    {
        List<Task> writes = [];
        foreach (var bucket in entries.GroupBy(entry => entry.Id >> BucketBits))
        {
            writes.Add(store.CommitAsync(Directory(campaignId), [Change.Upsert(KeyText.Number(bucket.Key), RowCodec.Empty)], cancellation).AsTask());
            foreach (var chunk in bucket.Chunk(StorageLimits.MaxChanges))
                writes.Add(store.CommitAsync(Bucket(campaignId, bucket.Key), [.. chunk.Select(entry => Change.Upsert(KeyText.Number(entry.Id), Encoding.UTF8.GetBytes(entry.Code)))], cancellation).AsTask());
        }

        return Task.WhenAll(writes);
    }

    /// <summary>The code of an id; null when the campaign never had it.</summary>
    public async Task<string?> FindAsync(long campaignId, long id, CancellationToken cancellation)
    {
        var row = await store.ReadAsync(Bucket(campaignId, id >> BucketBits), KeyText.Number(id), cancellation);
        return row is null ? null : Encoding.UTF8.GetString(row.Body.Span);
    }

    /// <summary>Ids and codes of a campaign, in the order of their ids.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="after">Only ids above this one.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async IAsyncEnumerable<(long Id, string Code)> ListAsync(long campaignId, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var bucket in store.StreamAsync(Directory(campaignId), From(after >> BucketBits), cancellation))
        {
            await foreach (var entry in store.StreamAsync(Bucket(campaignId, NumberOf(bucket)), From(after + 1), cancellation))
                yield return (NumberOf(entry), Encoding.UTF8.GetString(entry.Body.Span));
        }
    }

    /// <summary>Removes entries of one campaign.</summary>
    public async Task RemoveAsync(long campaignId, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        foreach (var bucket in ids.GroupBy(id => id >> BucketBits))
        {
            var partition = Bucket(campaignId, bucket.Key);
            var gone = bucket.Select(KeyText.Number).ToHashSet();
            var rows = bucket.Count() == 1
                ? await store.ReadAsync(partition, gone.Single(), cancellation) is { } only ? [only] : []
                : await store.ReadAllAsync(partition, new(gone.Min()!, KeyText.Number(bucket.Max() + 1)), cancellation);
            foreach (var chunk in rows.Where(row => gone.Contains(row.Key)).Chunk(StorageLimits.MaxChanges))
                await store.CommitAsync(partition, [.. chunk.Select(row => Change.Delete(row.Key, row.ETag))], cancellation);
        }
    }

    /// <summary>Removes the rows that lead to the buckets of a campaign, whose entries are all removed.</summary>
    public async Task RemoveDirectoryAsync(long campaignId, CancellationToken cancellation)
    {
        foreach (var chunk in (await store.ReadAllAsync(Directory(campaignId), KeyRange.All, cancellation)).Chunk(StorageLimits.MaxChanges))
            await store.CommitAsync(Directory(campaignId), [.. chunk.Select(row => Change.Delete(row.Key, row.ETag))], cancellation);
    }

    private static KeyRange From(long number) => new(KeyText.Number(number), null);

    private static long NumberOf(Row row) => long.Parse(row.Key, CultureInfo.InvariantCulture);

    private string Directory(long campaignId) => string.Create(CultureInfo.InvariantCulture, $"{name}.{campaignId}");

    private string Bucket(long campaignId, long bucket) => string.Create(CultureInfo.InvariantCulture, $"{name}.{campaignId}.{bucket}");
}
