namespace Talon.RuleEngine;

/// <summary>Effect <c>increaseAchievementProgress</c>.</summary>
/// <param name="AchievementId">The achievement.</param>
/// <param name="AchievementName">Its name.</param>
/// <param name="Delta">How much is added.</param>
/// <param name="Value">Progress afterwards, in the iteration.</param>
/// <param name="Target">The goal.</param>
/// <param name="IsJustCompleted">Whether this update completes the iteration.</param>
/// <param name="ProgressTrackerId">The tracker; each iteration has its own.</param>
public sealed record IncreaseAchievementProgressProps(
    long AchievementId,
    string AchievementName,
    decimal Delta,
    decimal Value,
    decimal Target,
    bool IsJustCompleted,
    long? ProgressTrackerId = null) : EffectProps
{
    /// <inheritdoc/>
    public override string EffectType => "increaseAchievementProgress";
}
