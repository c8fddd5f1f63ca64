using Talon.Promotions;

namespace Talon.Http;

/// <summary>What a customer holds, with the names of the API.</summary>
internal sealed record InventoryBody
{
    public CustomerProfile? Profile { get; init; }

    public IReadOnlyList<InventoryReferral>? Referrals { get; init; }

    public IReadOnlyList<InventoryCoupon>? Coupons { get; init; }

    public Loyalty? Loyalty { get; init; }

    public IReadOnlyList<Giveaway>? Giveaways { get; init; }

    public IReadOnlyList<InventoryAchievementBody>? Achievements { get; init; }

    public static InventoryBody From(CustomerInventory inventory) => new()
    {
        Profile = inventory.Profile,
        Referrals = inventory.Referrals,
        Coupons = inventory.Coupons,
        Loyalty = inventory.Loyalty,
        Giveaways = inventory.Giveaways,
        Achievements = inventory.Achievements is { } achievements ? [.. achievements.Select(InventoryAchievementBody.From)] : null,
    };
}

/// <summary>An achievement in the inventory of a customer.</summary>
internal sealed record InventoryAchievementBody
{
    public required ProgressStatus Status { get; init; }

    public required decimal Progress { get; init; }

    public DateTimeOffset? StartDate { get; init; }

    public DateTimeOffset? CompletionDate { get; init; }

    public DateTimeOffset? EndDate { get; init; }

    public required long AchievementId { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required long CampaignId { get; init; }

    public required decimal Target { get; init; }

    public required RecurrencePolicy AchievementRecurrencePolicy { get; init; }

    public required ActivationPolicy AchievementActivationPolicy { get; init; }

    public DateTimeOffset? AchievementFixedStartDate { get; init; }

    public DateTimeOffset? AchievementEndDate { get; init; }

    public required bool AchievementAllowRollbackAfterCompletion { get; init; }

    public static InventoryAchievementBody From(CustomerAchievement entry) => new()
    {
        Status = entry.Current.Status,
        Progress = entry.Current.Progress,
        StartDate = entry.Current.StartDate,
        CompletionDate = entry.Current.CompletionDate,
        EndDate = entry.Current.EndDate,
        AchievementId = entry.Achievement.Id,
        Name = entry.Achievement.Name,
        Title = entry.Achievement.Title,
        Description = entry.Achievement.Description,
        CampaignId = entry.Achievement.CampaignId,
        Target = entry.Achievement.Target,
        AchievementRecurrencePolicy = entry.Achievement.RecurrencePolicy,
        AchievementActivationPolicy = entry.Achievement.ActivationPolicy,
        AchievementFixedStartDate = entry.Achievement.FixedStartDate,
        AchievementEndDate = entry.Achievement.EndDate,
        AchievementAllowRollbackAfterCompletion = entry.Achievement.AllowRollbackAfterCompletion,
    };
}
