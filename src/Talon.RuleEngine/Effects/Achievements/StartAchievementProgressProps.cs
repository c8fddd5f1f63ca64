namespace Talon.RuleEngine;

/// <summary>Effect <c>startAchievementProgress</c>.</summary>
/// <param name="AchievementId">The achievement.</param>
/// <param name="AchievementName">Its name.</param>
/// <param name="ProgressTrackerId">The tracker; each iteration has its own.</param>
/// <param name="Target">The goal.</param>
/// <param name="StartDate">First moment at which progress counts.</param>
/// <param name="EndDate">First moment at which progress no longer counts; null for never.</param>
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
