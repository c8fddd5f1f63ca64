using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Commits a transaction in the partition of a session or profile, and believes no conflict and no silence before it has read back.</summary>
internal sealed class OwnerCommit(ITableStore store, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Applies the changes.</summary>
    /// <param name="owner">The partition.</param>
    /// <param name="changes">The changes; the entity's row among them.</param>
    /// <param name="attempt">The attempt, where the update has one.</param>
    /// <param name="turn">The turn at the entity's gate, which the commit ends unless somebody waits; null where it is not ended here.</param>
    /// <param name="isMine">Tells from the entity's row whether this very update wrote it.</param>
    /// <exception cref="RaceLostException">Nothing was applied, since somebody else was faster.</exception>
    /// <exception cref="StorageUnavailableException">The store stays silent; the outcome is unknown.</exception>
    public async Task CommitAsync(string owner, IReadOnlyList<Change> changes, OpenAttempt? attempt, IGateTurn? turn, Func<Row, bool> isMine)
    {
        var retry = new Retry(clock);
        var exit = turn?.Exit;
        for (var tries = 1; ; tries++)
        {
            try
            {
                var result = await store.CommitAsync(owner, exit is { } leave ? [.. changes, leave] : changes);
                if (result.Committed && exit is not null)
                    turn!.Exited();
                if (result.Committed || await FoundAsync(owner, attempt, isMine))
                    return;
                if (exit is null || result.ConflictKey != exit.Value.Key)
                    throw new RaceLostException(owner);
                exit = null;
            }
            catch (StorageUnavailableException) when (tries < Tries)
            {
                await retry.DelayAsync(CancellationToken.None);
            }
        }
    }

    private async Task<bool> FoundAsync(string owner, OpenAttempt? attempt, Func<Row, bool> isMine)
    {
        if (attempt is null)
            return await store.ReadAsync(owner, OwnerRows.Entity) is { } entity && isMine(entity);
        return await store.ReadAsync(owner, OwnerRows.Ended(attempt.Reference.Id)) is { } ended
            && RowCodec.Decode(ended.Body, RowJson.Default.AttemptRow).State == AttemptState.Committed;
    }
}
