namespace Talon.RuleEngine;

/// <summary>Effect <c>rollbackIncreasedAchievementProgress</c>.</summary>
/// <param name="AchievementId">Achievement.</param>
/// <param name="AchievementName">Achievement name.</param>
/// <param name="ProgressTrackerId">Tracker; new id per iteration (on-completion).</param>
/// <param name="DecreaseProgressBy">Decrement.</param>
/// <param name="CurrentProgress">Progress now.</param>
/// <param name="Target">Goal.</param>
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
