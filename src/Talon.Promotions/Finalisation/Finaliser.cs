using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Applies a commit's outbox, or tells the queue functions to.</summary>
internal sealed class Finaliser(FinaliseMode mode, IMessageQueue queue, OutboxWorker outbox)
{
    /// <summary>Reads, beside the commit, what booking its rows will ask for; null where somebody else books them.</summary>
    public async Task<KnownTargets?> PrepareAsync(IReadOnlyList<OutboxRow> owed)
    {
        if (mode == FinaliseMode.Queue)
            return null;
        try
        {
            return await outbox.ReadTargetsAsync(owed, CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            return null;
        }
    }

    /// <summary>Sees to the rows that a commit has just written.</summary>
    /// <remarks>
    /// A failure here is not the caller's: the update is committed, and the guard message sees to the rest. So a store
    /// that does not answer is left for later.
    /// </remarks>
    public async Task<Finalised> FinaliseAsync(AttemptReference attempt, IReadOnlyList<OutboxRow> owed, KnownTargets? known)
    {
        try
        {
            if (mode == FinaliseMode.Queue)
            {
                await Task.WhenAll(owed.Select(row => row.Queue).Distinct().Select(name => queue.SendAsync(name, AttemptStore.Message(attempt)).AsTask()));
                return Finalised.Queued;
            }

            await Task.WhenAll(owed.Where(row => row.Releases is null).GroupBy(row => row.Target).Select(rows => ApplyAsync(rows, known)));
            return Finalised.Applied;
        }
        catch (StorageUnavailableException)
        {
            return Finalised.Unknown;
        }
    }

    private async Task ApplyAsync(IEnumerable<OutboxRow> rows, KnownTargets? known)
    {
        foreach (var row in rows)
            await outbox.ApplyAsync(row, known, CancellationToken.None);
    }
}
