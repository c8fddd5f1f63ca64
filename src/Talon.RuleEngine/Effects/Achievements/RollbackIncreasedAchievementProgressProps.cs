namespace Talon.RuleEngine;

/// <summary>Effect <c>rollbackIncreasedAchievementProgress</c>.</summary>
/// <param name="AchievementId">The achievement.</param>
/// <param name="AchievementName">Its name.</param>
/// <param name="ProgressTrackerId">The tracker; each iteration has its own.</param>
/// <param name="DecreaseProgressBy">How much is taken back.</param>
/// <param name="CurrentProgress">Progress afterwards.</param>
/// <param name="Target">The goal.</param>
public sealed record RollbackIncreasedAchievementProgressProps(
    long AchievementId,
    string AchievementName,
    long ProgressTrackerId,
    decimal DecreaseProgressBy,
    decimal CurrentProgress,
    decimal Target) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "rollbackIncreasedAchievementProgress";
}
