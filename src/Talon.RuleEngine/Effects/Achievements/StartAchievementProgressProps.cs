namespace Talon.RuleEngine;

/// <summary>Effect <c>startAchievementProgress</c>.</summary>
/// <param name="AchievementId">Achievement.</param>
/// <param name="AchievementName">Achievement name.</param>
/// <param name="ProgressTrackerId">Tracker; new id per iteration (on-completion).</param>
/// <param name="Target">Goal.</param>
/// <param name="StartDate">Valid from.</param>
/// <param name="EndDate">Valid until.</param>
public sealed record StartAchievementProgressProps(
    long AchievementId,
    string AchievementName,
    long ProgressTrackerId,
    decimal Target,
    DateTimeOffset StartDate,
    DateTimeOffset? EndDate = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "startAchievementProgress";
}
