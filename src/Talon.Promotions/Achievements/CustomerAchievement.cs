using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>An achievement, and where a customer stands.</summary>
/// <param name="Achievement">The achievement.</param>
/// <param name="Status">Whether it can be worked on.</param>
/// <param name="Current">The iteration that counts now.</param>
public sealed record CustomerAchievement(Achievement Achievement, AchievementStatus Status, AchievementProgress Current);

/// <summary>A customer's progress in one iteration.</summary>
/// <param name="Status">How far it is.</param>
/// <param name="Progress">How much there is.</param>
/// <param name="StartDate">When it began; null when it did not.</param>
/// <param name="CompletionDate">When it was completed; null when it is not.</param>
/// <param name="EndDate">When it ends; null for never.</param>
public sealed record AchievementProgress(ProgressStatus Status, decimal Progress, DateTimeOffset? StartDate, DateTimeOffset? CompletionDate, DateTimeOffset? EndDate);

/// <summary>How far an iteration is.</summary>
public enum ProgressStatus
{
    /// <summary>Nothing was done for it.</summary>
    [JsonStringEnumMemberName("not_started")]
    NotStarted,

    /// <summary>Begun and not completed.</summary>
    [JsonStringEnumMemberName("inprogress")]
    InProgress,

    /// <summary>Completed.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>Over, without being completed.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,
}

/// <summary>Whether an achievement can be worked on.</summary>
public enum AchievementStatus
{
    /// <summary>Now.</summary>
    [JsonStringEnumMemberName("active")]
    Active,

    /// <summary>Later.</summary>
    [JsonStringEnumMemberName("scheduled")]
    Scheduled,

    /// <summary>No more.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,
}
