using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Holds idempotency keys of operations whose path does not say where the answer is kept, so that no other request uses one meanwhile.</summary>
internal sealed class KeyHolders(ITableStore store)
{
    private const string Holder = "holder";

    /// <summary>Holds the request's key, for as long as its answer is kept.</summary>
    /// <exception cref="InvalidRequestException">The key was used for another request.</exception>
    public async Task HoldAsync(RequestContext context, CancellationToken cancellation)
    {
        if (context.Idempotency is not { } key)
            return;
        var partition = Partitions.IdempotencyKey(context.ApplicationId, key);
        var body = RowCodec.Encode(new AnswerRow(key.Key, key.Operation, key.BodyHash, context.Now + KeptAnswers.Lifetime, 0), RowJson.Default.AnswerRow);
        while (true)
        {
            var row = await store.ReadAsync(partition, Holder, cancellation);
            if (row is not null && RowCodec.Decode(row.Body, RowJson.Default.AnswerRow) is var held && held.Expires > context.Now)
            {
                if (held.BodyHash != key.BodyHash)
                    throw KeptAnswers.UsedOtherwise();
                return;
            }

            var change = row is null ? Change.Insert(Holder, body) : Change.Replace(Holder, body, row.ETag);
            if ((await store.CommitAsync(partition, [change], cancellation)).Committed)
                return;
        }
    }
}
