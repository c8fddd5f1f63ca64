using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Answers kept for 24 hours, so that a repeat of a request changes nothing.</summary>
internal sealed class KeptAnswers(ITableStore store)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The answer kept for the request's key; null when it has none, or none that is still kept.</summary>
    /// <exception cref="InvalidRequestException">The key was used for another request.</exception>
    public async Task<KeptAnswer> FindAsync(RequestContext context, string owner, CancellationToken cancellation)
    {
        if (context.Idempotency is not { } key || await store.ReadAsync(owner, OwnerRows.Answer(key), cancellation) is not { } row)
            return default;
        var kept = RowCodec.Decode(row.Body, RowJson.Default.AnswerRow);
        if (kept.Expires <= context.Now)
            return new KeptAnswer(null, row.ETag);
        if (kept.BodyHash != key.BodyHash)
            throw new InvalidRequestException(new Problem("Idempotency-Key", "This idempotency key was used for a request with another body.", Parameter: "Idempotency-Key"));
        return new KeptAnswer(kept.Answer, row.ETag);
    }

    /// <summary>The change that keeps an answer along with the commit that it speaks of; none without a key.</summary>
    public static IEnumerable<Change> Keep(RequestContext context, KeptAnswer expired, ReadOnlyMemory<byte> answer)
    {
        if (context.Idempotency is not { } key)
            yield break;
        var body = RowCodec.Encode(new AnswerRow(key.Key, key.Operation, key.BodyHash, context.Now + Lifetime, answer.ToArray()), RowJson.Default.AnswerRow);
        yield return expired.ETag is { } etag ? Change.Replace(OwnerRows.Answer(key), body, etag) : Change.Insert(OwnerRows.Answer(key), body);
    }
}

/// <summary>What was found under an idempotency key.</summary>
/// <param name="Answer">The answer to repeat; null when the request is to run.</param>
/// <param name="ETag">The ETag of the row found, expired or not; null for none.</param>
internal readonly record struct KeptAnswer(ReadOnlyMemory<byte>? Answer, string? ETag);
