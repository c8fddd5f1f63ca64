namespace Talon.Promotions;

/// <summary>Sees to what a committed attempt has just written to its outbox, and tidies up after the answer: last of all its guard message goes.</summary>
internal sealed class OwedWork(Finaliser finaliser, OutboxWorker outbox, AttemptStore attempts)
{
    /// <summary>Reads, beside the commit, what applying its rows will ask for.</summary>
    public Task<KnownTargets?> PrepareAsync(IReadOnlyList<OutboxRow> rows) => finaliser.PrepareAsync(rows);

    /// <summary>Applies the rows, or leaves them to the queue functions.</summary>
    /// <param name="context">The request, which leaves the tidying for the time after its answer.</param>
    /// <param name="attempt">The attempt that was committed.</param>
    /// <param name="commit">The number of the commit in its owner's partition.</param>
    /// <param name="rows">The rows, in the order in which they were written.</param>
    /// <param name="known">What the request knows of those that are owed; null for nothing.</param>
    public async Task SeeToAsync(RequestContext context, OpenAttempt attempt, long commit, IReadOnlyList<OutboxRow> rows, KnownTargets? known)
    {
        var finalised = rows.Count == 0 ? Finalised.Queued : await finaliser.FinaliseAsync(attempt.Reference, rows, known);
        if (finalised == Finalised.Queued)
            context.AfterAnswer.Add(() => attempts.DismissGuardAsync(attempt));
        if (finalised != Finalised.Applied)
            return;
        context.AfterAnswer.Add(async () =>
        {
            foreach (var note in rows.Where(row => row.Releases is not null))
                await outbox.ApplyAsync(note, null, CancellationToken.None);
            await outbox.RemoveAsync(attempt.Reference.Owner, commit);
            await attempts.DismissGuardAsync(attempt);
        });
    }
}
