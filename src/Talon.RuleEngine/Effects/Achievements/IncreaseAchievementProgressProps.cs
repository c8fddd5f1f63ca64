namespace Talon.RuleEngine;

/// <summary>Effect <c>increaseAchievementProgress</c>.</summary>
/// <param name="AchievementId">Achievement.</param>
/// <param name="AchievementName">Achievement name.</param>
/// <param name="ProgressTrackerId">Tracker; new id per iteration (on-completion).</param>
/// <param name="Delta">Increment.</param>
/// <param name="Value">Progress after change.</param>
/// <param name="Target">Goal.</param>
/// <param name="IsJustCompleted">Completed in this session.</param>
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
