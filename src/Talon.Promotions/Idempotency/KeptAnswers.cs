using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Answers kept for 24 hours, so that a repeat of a request changes nothing.</summary>
internal sealed class KeptAnswers(ITableStore store)
{
    /// <summary>How long answers are kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The answer kept for the request's key; none when it has no key, or when nothing is kept any more.</summary>
    /// <exception cref="InvalidRequestException">The key was used for another request.</exception>
    public async Task<KeptAnswer> FindAsync(RequestContext context, string owner, CancellationToken cancellation)
    {
        if (context.Idempotency is not { } key || await store.ReadAsync(owner, OwnerRows.Answer(key), cancellation) is not { } row)
            return default;
        var kept = RowCodec.Decode(row.Body, RowJson.Default.AnswerRow);
        if (kept.Expires <= context.Now)
            return new KeptAnswer(null, row.ETag);
        if (kept.BodyHash != key.BodyHash)
            throw UsedOtherwise();
        return new KeptAnswer(await ReadAsync(owner, key, kept.Pages, cancellation), row.ETag);
    }

    /// <summary>The refusal of a key that stands for another request.</summary>
    public static InvalidRequestException UsedOtherwise() =>
        new(new Problem("Idempotency-Key", "This idempotency key was used for a request with another body.", Parameter: "Idempotency-Key"));

    /// <summary>The changes that keep an answer along with the commit that it speaks of; none without a key.</summary>
    public static IEnumerable<Change> Keep(RequestContext context, KeptAnswer expired, ReadOnlyMemory<byte> answer)
    {
        if (context.Idempotency is not { } key)
            yield break;
        var bytes = RowCodec.Compress(answer.Span);
        var pages = bytes.Chunk(StorageLimits.MaxBody).ToList();
        var body = RowCodec.Encode(new AnswerRow(key.Key, key.Operation, key.BodyHash, context.Now + Lifetime, pages.Count), RowJson.Default.AnswerRow);
        yield return expired.ETag is { } etag ? Change.Replace(OwnerRows.Answer(key), body, etag) : Change.Insert(OwnerRows.Answer(key), body);
        for (var page = 0; page < pages.Count; page++)
            yield return Change.Upsert(OwnerRows.Answer(key, page), pages[page]);
    }

    /// <summary>When the oldest answer in the owner's partition expires, given when that was before; an expired one is removed after the answer.</summary>
    public DateTimeOffset? Sweep(RequestContext context, string owner, DateTimeOffset? expires)
    {
        if (expires <= context.Now)
        {
            context.AfterAnswer.Add(() => RemoveExpiredAsync(owner, context.Now));
            expires = null;
        }

        return expires ?? (context.Idempotency is null ? null : context.Now + Lifetime);
    }

    private async Task<ReadOnlyMemory<byte>?> ReadAsync(string owner, IdempotencyKey key, int count, CancellationToken cancellation)
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, count).Select(page => store.ReadAsync(owner, OwnerRows.Answer(key, page), cancellation).AsTask()));
        using var joined = new MemoryStream();
        foreach (var page in pages)
            joined.Write((page ?? throw new InvalidOperationException($"A page of the answer kept for {key.Operation} is missing.")).Body.Span);
        return RowCodec.Decompress(joined.ToArray().AsSpan(1));
    }

    private async Task RemoveExpiredAsync(string owner, DateTimeOffset now)
    {
        var rows = await store.ReadAllAsync(owner, KeyRange.Prefix(OwnerRows.AnswerPrefix), CancellationToken.None);
        var expired = rows.Where(row => row.Key.Count(c => c == '.') == 1 && RowCodec.Decode(row.Body, RowJson.Default.AnswerRow).Expires <= now).Select(row => row.Key).ToList();
        foreach (var answer in expired)
        {
            Change[] changes = [.. rows.Where(row => row.Key == answer || row.Key.StartsWith(answer + ".", StringComparison.Ordinal)).Select(row => Change.Delete(row.Key, row.ETag))];
            await store.CommitAsync(owner, changes);
        }
    }
}
