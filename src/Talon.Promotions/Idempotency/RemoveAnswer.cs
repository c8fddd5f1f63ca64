using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Removes an answer that was kept in a partition of its own, once it has expired.</summary>
internal sealed class RemoveAnswer(ITableStore store, TimeProvider clock) : IChoreSteps
{
    /// <inheritdoc/>
    public ChoreKind Kind => ChoreKind.RemoveAnswer;

    /// <inheritdoc/>
    public async Task<ChoreRow?> StepAsync(ChoreRow chore, CancellationToken cancellation)
    {
        var rows = await store.ReadAllAsync(chore.Partition!, KeyRange.Prefix(OwnerRows.AnswerPrefix), cancellation);
        if (rows.Count > 0 && RowCodec.Decode(rows[0].Body, RowJson.Default.AnswerRow).Expires <= clock.GetUtcNow())
        {
            foreach (var chunk in rows.Chunk(StorageLimits.MaxChanges))
                await store.CommitAsync(chore.Partition!, [.. chunk.Select(row => Change.Delete(row.Key, row.ETag))], cancellation);
        }

        return null;
    }
}
