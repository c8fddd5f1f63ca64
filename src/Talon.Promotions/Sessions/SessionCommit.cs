using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Writes a session with all that belongs to the same transaction, and then sees to its outbox.</summary>
internal sealed class SessionCommit(ITableStore store, OwnerCommit commit, ProfileWriter profiles, KeptAnswers answers, OwedWork owed)
{
    /// <summary>What is to be written.</summary>
    internal sealed record Work
    {
        /// <summary>What the update was computed from.</summary>
        public required SessionRead Read { get; init; }

        /// <summary>The turn at the session's gate, which the commit ends.</summary>
        public required IGateTurn Turn { get; init; }

        /// <summary>The session's next row, without its effects.</summary>
        public required SessionRow Next { get; init; }

        /// <summary>The net effects.</summary>
        public required IReadOnlyList<GrantedEffect> Effects { get; init; }

        /// <summary>The attempt; null when nothing is claimed or owed.</summary>
        public OpenAttempt? Attempt { get; init; }

        /// <summary>The claims to confirm.</summary>
        public IReadOnlyList<Claim> Confirmed { get; init; } = [];

        /// <summary>What other partitions are owed.</summary>
        public IReadOnlyList<OutboxRow> Outbox { get; init; } = [];

        /// <summary>The profile as the update knows it; null when anonymous.</summary>
        public KnownProfile? Profile { get; init; }

        /// <summary>The answer.</summary>
        public required ReadOnlyMemory<byte> Answer { get; init; }
    }

    /// <summary>Commits.</summary>
    /// <exception cref="RaceLostException">Somebody else was faster; the attempt is still to be settled.</exception>
    public async Task RunAsync(RequestContext context, Work work)
    {
        var partition = work.Read.Partition;
        work = work with
        {
            Next = work.Next with
            {
                AnswersExpire = answers.Sweep(context, partition, work.Next.AnswersExpire),
                EarlierAttempts = AttemptHistory.After(work.Read.Stored?.Attempt, work.Read.Stored?.EarlierAttempts ?? []),
            },
        };
        var changes = await ChangesAsync(context, work);
        var touch = work.Read.Profile is { } profile ? profiles.TryTouchAsync(profile.Partition, context.Now) : Task.CompletedTask;
        var targets = owed.PrepareAsync(work.Outbox);
        try
        {
            await commit.CommitAsync(partition, changes, work.Attempt, work.Turn, IsMine);
        }
        finally
        {
            await Task.WhenAll(touch, targets);
        }

        if (work.Attempt is { } attempt)
        {
            var profileNow = work.Profile is null ? null : work.Profile with { HeldETag = attempt.HeldETag };
            await owed.SeeToAsync(context, attempt, work.Next.Commits, work.Outbox, (await targets ?? new KnownTargets()) with { Profile = profileNow });
        }

        bool IsMine(Row row) => RowCodec.Decode(row.Body, RowJson.Default.SessionRow).WasWrittenBy(work.Next.Attempt);
    }

    private async Task<List<Change>> ChangesAsync(RequestContext context, Work work)
    {
        var few = work.Effects.Count <= EffectPages.MostInRow;
        var pages = few ? [] : EffectPages.Write(work.Next.Attempt, work.Effects);
        var row = few
            ? work.Next with { Effects = work.Effects, EffectsAttempt = null, EffectPages = 0 }
            : work.Next with { Effects = [], EffectsAttempt = work.Next.Attempt, EffectPages = pages.Count };
        var body = RowCodec.Encode(row, RowJson.Default.SessionRow);
        var changes = new List<Change> { work.Read.ETag is { } etag ? Change.Replace(OwnerRows.Entity, body, etag) : Change.Insert(OwnerRows.Entity, body) };
        if (work.Attempt is { } attempt)
            changes.AddRange(attempt.Commit(work.Confirmed));
        changes.AddRange(OutboxPlan.Write(row.Commits, work.Outbox));
        changes.AddRange(KeptAnswers.Keep(context, work.Read.Kept, work.Answer));

        if (pages.Sum(page => page.Body.Length) + changes.Sum(change => change.Body.Length) <= StorageLimits.MaxTransaction)
            changes.AddRange(pages);
        else
            await Task.WhenAll(pages.Select(page => store.CommitAsync(work.Read.Partition, [page]).AsTask()));
        return changes;
    }
}
