using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Decides which progress of a closed session is taken back.</summary>
/// <remarks>Source: docs.talon.one, customer sessions; Integration API 26.16, <c>returnCartItems</c> and <c>reopenCustomerSession</c>. Progress in a completed iteration stays, unless the achievement says otherwise.</remarks>
internal sealed class AchievementUndoing
{
    private readonly Dictionary<(long Achievement, long Tracker), decimal> _progress = [];
    private readonly HashSet<(long Achievement, long Tracker)> _undone = [];

    /// <summary>What goes back.</summary>
    public List<ClaimReturn> Returns { get; } = [];

    /// <summary>What stays with the customer.</summary>
    public List<ProgressStep> Left { get; } = [];

    /// <summary>Reads how the customer stands, and decides.</summary>
    public static async Task<AchievementUndoing> DecideAsync(ITableStore store, ApplicationConfiguration application, IEnumerable<Claim> claims, CancellationToken cancellation)
    {
        var undoing = new AchievementUndoing();
        foreach (var claim in claims.OfType<AchievementClaim>())
        {
            var stock = (AchievementStock)await claim.ReadAsync(store, [claim], cancellation);
            undoing.Decide(claim, stock.Row, application.Achievements.GetValueOrDefault(stock.Row.AchievementId)?.Achievement.AllowRollbackAfterCompletion ?? false);
        }

        return undoing;
    }

    /// <summary>What undoes an effect; the effect stays when <paramref name="stays"/> is set.</summary>
    public Effect? Undo(Effect effect, out bool stays)
    {
        stays = true;
        switch (effect.Props)
        {
            case StartAchievementProgressProps start:
                stays = !_undone.Contains((start.AchievementId, start.ProgressTrackerId)) || _progress[(start.AchievementId, start.ProgressTrackerId)] > 0;
                return null;
            case IncreaseAchievementProgressProps { ProgressTrackerId: { } tracker } increase when _undone.Contains((increase.AchievementId, tracker)):
                stays = false;
                return effect with
                {
                    Props = new RollbackIncreasedAchievementProgressProps(
                        increase.AchievementId, increase.AchievementName, tracker, increase.Delta, _progress[(increase.AchievementId, tracker)], increase.Target),
                };
            default:
                return null;
        }
    }

    private void Decide(AchievementClaim claim, AchievementRow row, bool afterCompletion)
    {
        var back = 0m;
        var steps = claim.Tail(claim.Amount, claim.Amount);
        foreach (var step in steps.Reverse())
        {
            var key = (step.Achievement, step.Tracker);
            var tracker = row.Trackers.FirstOrDefault(found => found.Id == step.Tracker);
            if (Left.Exists(kept => kept.Achievement == step.Achievement) || tracker is null || (tracker.Completed is not null && !afterCompletion))
            {
                Left.Add(step);
                continue;
            }

            back += step.Delta;
            _undone.Add(key);
            _progress[key] = _progress.GetValueOrDefault(key, tracker.Progress) - step.Delta;
        }

        if (back > 0)
            Returns.Add(new ClaimReturn(claim, back));
    }
}
