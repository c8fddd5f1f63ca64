using Talon.Promotions;

namespace Talon.Http;

/// <summary>An achievement with a customer's progress, as answers hold it.</summary>
internal sealed record CustomerAchievementBody(
    long Id,
    string Name,
    string Title,
    string Description,
    decimal Target,
    RecurrencePolicy RecurrencePolicy,
    ActivationPolicy ActivationPolicy,
    DateTimeOffset? FixedStartDate,
    DateTimeOffset? EndDate,
    bool IsCappedByTarget,
    bool AllowRollbackAfterCompletion,
    AchievementProgress CurrentProgress)
{
    public static CustomerAchievementBody From(CustomerAchievement source)
    {
        var achievement = source.Achievement;
        return new(
            achievement.Id,
            achievement.Name,
            achievement.Title,
            achievement.Description,
            achievement.Target,
            achievement.RecurrencePolicy,
            achievement.ActivationPolicy,
            achievement.FixedStartDate,
            achievement.EndDate,
            true,
            achievement.AllowRollbackAfterCompletion,
            source.Current);
    }
}

/// <summary>An achievement with the names of the API; with a customer's progress where it is listed for one.</summary>
internal sealed record AchievementBody
{
    public required long Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required long CampaignId { get; init; }

    public long? UserId { get; init; }

    public string? CreatedBy { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required decimal Target { get; init; }

    public string? Period { get; init; }

    public PeriodEnd? PeriodEndOverride { get; init; }

    public required RecurrencePolicy RecurrencePolicy { get; init; }

    public required ActivationPolicy ActivationPolicy { get; init; }

    public DateTimeOffset? FixedStartDate { get; init; }

    public DateTimeOffset? EndDate { get; init; }

    public required bool AllowRollbackAfterCompletion { get; init; }

    public string? Status { get; init; }

    public AchievementProgress? CurrentProgress { get; init; }

    /// <summary>The achievement as it was set up.</summary>
    public static AchievementBody From(Achievement achievement, DateTimeOffset now) => Of(achievement) with
    {
        UserId = achievement.UserId,
        CreatedBy = achievement.CreatedBy,
        Status = achievement.EndDate <= now ? "expired" : achievement.FixedStartDate > now ? "not_started" : "inprogress",
    };

    /// <summary>The achievement as a customer sees it.</summary>
    public static AchievementBody From(CustomerAchievement source) => Of(source.Achievement) with
    {
        Status = source.Status == AchievementStatus.Scheduled ? "scheduled" : "active",
        CurrentProgress = source.Current,
    };

    private static AchievementBody Of(Achievement achievement) => new()
    {
        Id = achievement.Id,
        Created = achievement.Created,
        CampaignId = achievement.CampaignId,
        Name = achievement.Name,
        Title = achievement.Title,
        Description = achievement.Description,
        Target = achievement.Target,
        Period = achievement.Period,
        PeriodEndOverride = achievement.PeriodEndOverride,
        RecurrencePolicy = achievement.RecurrencePolicy,
        ActivationPolicy = achievement.ActivationPolicy,
        FixedStartDate = achievement.FixedStartDate,
        EndDate = achievement.EndDate,
        AllowRollbackAfterCompletion = achievement.AllowRollbackAfterCompletion,
    };
}
