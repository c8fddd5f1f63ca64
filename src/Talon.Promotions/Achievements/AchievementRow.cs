namespace Talon.Promotions;

/// <summary>A customer's progress in an achievement.</summary>
/// <param name="AchievementId">The achievement.</param>
/// <param name="Trackers">Its iterations, the last one last.</param>
internal sealed record AchievementRow(long AchievementId, IReadOnlyList<ProgressTracker> Trackers)
{
    /// <summary>No progress.</summary>
    public static AchievementRow None(long achievement) => new(achievement, []);

    /// <summary>The last iteration; null for none.</summary>
    public ProgressTracker? Last => Trackers.Count == 0 ? null : Trackers[^1];

    /// <summary>The number of the next iteration.</summary>
    public long NextTracker => (Last?.Id ?? 0) + 1;

    /// <summary>The row with steps taken.</summary>
    public AchievementRow With(IEnumerable<ProgressStep> steps, DateTimeOffset now) => steps.Aggregate(this, (row, step) => row.With(step, now));

    /// <summary>The row with steps undone. An iteration without progress has not begun, and one below its target is not completed.</summary>
    public AchievementRow Without(IEnumerable<ProgressStep> steps)
    {
        var undone = steps.GroupBy(step => step.Tracker).ToDictionary(group => group.Key, group => group.Sum(step => step.Delta));
        return this with
        {
            Trackers =
            [
                .. Trackers.Select(tracker => undone.TryGetValue(tracker.Id, out var delta) ? tracker.At(tracker.Progress - delta) : tracker).Where(tracker => tracker.Progress > 0),
            ],
        };
    }

    private AchievementRow With(ProgressStep step, DateTimeOffset now)
    {
        var running = Trackers.FirstOrDefault(tracker => tracker.Id == step.Tracker) ?? new ProgressTracker(step.Tracker, step.Start, step.End, step.Target, 0, null);
        var next = running with { Progress = running.Progress + step.Delta };
        next = next with { Completed = next.Progress >= next.Target ? next.Completed ?? now : null };
        return this with { Trackers = [.. Trackers.Where(tracker => tracker.Id != step.Tracker).Append(next).OrderBy(tracker => tracker.Id)] };
    }
}

/// <summary>An iteration of an achievement.</summary>
/// <param name="Id">Counts the customer's iterations, from 1.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">First moment at which nothing counts for it any more; null for never.</param>
/// <param name="Target">How much completes it.</param>
/// <param name="Progress">How much there is; above zero.</param>
/// <param name="Completed">When it was completed; null while it is not.</param>
internal sealed record ProgressTracker(long Id, DateTimeOffset Start, DateTimeOffset? End, decimal Target, decimal Progress, DateTimeOffset? Completed)
{
    /// <summary>The same with other progress.</summary>
    public ProgressTracker At(decimal progress) => this with { Progress = progress, Completed = progress < Target ? null : Completed };

    /// <summary>Whether its time is over.</summary>
    public bool IsOver(DateTimeOffset now) => End <= now;
}

/// <summary>Progress in one iteration.</summary>
/// <param name="Achievement">The achievement.</param>
/// <param name="Tracker">The iteration.</param>
/// <param name="Start">When the iteration began, should it begin with this.</param>
/// <param name="End">When it ends; null for never.</param>
/// <param name="Target">How much completes it.</param>
/// <param name="Delta">How much is added.</param>
internal sealed record ProgressStep(long Achievement, long Tracker, DateTimeOffset Start, DateTimeOffset? End, decimal Target, decimal Delta);
