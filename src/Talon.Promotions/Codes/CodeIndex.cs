using System.Globalization;
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
    public async Task AddAsync(long campaignId, IReadOnlyList<(long Id, string Code)> entries, CancellationToken cancellation)
    {
        foreach (var bucket in entries.GroupBy(entry => entry.Id >> BucketBits))
        {
            await store.CommitAsync(Directory(campaignId), [Change.Upsert(KeyText.Number(bucket.Key), Encoding.UTF8.GetBytes("{}"))], cancellation);
            foreach (var chunk in bucket.Chunk(StorageLimits.MaxChanges))
                await store.CommitAsync(Bucket(campaignId, bucket.Key), [.. chunk.Select(entry => Change.Upsert(KeyText.Number(entry.Id), Encoding.UTF8.GetBytes(entry.Code)))], cancellation);
        }
    }

    /// <summary>The code of an id; null when the campaign never had it.</summary>
    public async Task<string?> FindAsync(long campaignId, long id, CancellationToken cancellation)
    {
        var row = await store.ReadAsync(Bucket(campaignId, id >> BucketBits), KeyText.Number(id), cancellation);
        return row is null ? null : Encoding.UTF8.GetString(row.Body.Span);
    }

    /// <summary>Ids and codes of a campaign, in the order of their ids.</summary>
    public async IAsyncEnumerable<(long Id, string Code)> ListAsync(long campaignId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var bucket in RowsAsync(Directory(campaignId), cancellation))
        {
            await foreach (var entry in RowsAsync(Bucket(campaignId, long.Parse(bucket.Key, CultureInfo.InvariantCulture)), cancellation))
                yield return (long.Parse(entry.Key, CultureInfo.InvariantCulture), Encoding.UTF8.GetString(entry.Body.Span));
        }
    }

    private string Directory(long campaignId) => string.Create(CultureInfo.InvariantCulture, $"{name}.{campaignId}");

    private string Bucket(long campaignId, long bucket) => string.Create(CultureInfo.InvariantCulture, $"{name}.{campaignId}.{bucket}");

    private async IAsyncEnumerable<Row> RowsAsync(string partition, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (KeyRange? range = KeyRange.All; range is { } next;)
        {
            var page = await store.ReadRangeAsync(partition, next, cancellation: cancellation);
            foreach (var row in page.Rows)
                yield return row;
            range = page.Next;
        }
    }
}
