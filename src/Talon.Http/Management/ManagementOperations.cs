namespace Talon.Http;

/// <summary>The operations of the Management API.</summary>
internal static class ManagementOperations
{
    /// <summary>All of them, in the order of the published description.</summary>
    public static IReadOnlyList<Operation> All { get; } = [.. Declared().Select(EntityVersions.Apply)];

    private static IReadOnlyList<Operation> Declared() =>
    [
        .. ApplicationOperations.All,
        .. ApiKeyOperations.All,
        .. ManagementKeyOperations.All,
        .. ManagementSessionOperations.All,
        .. IpAllowListOperations.All,
        .. AccessLogOperations.All,
        .. AttributeOperations.All,
        .. CampaignOperations.All,
        .. AnalyticsOperations.All,
        .. RulesetOperations.All,
        .. AchievementOperations.All,
        .. CouponOperations.All,
        .. ReferralOperations.All,
        .. LoyaltyProgramOperations.All,
        .. PointsOperations.All,
        .. GiveawayPoolOperations.All,
        .. EvaluationGroupOperations.All,
        .. AdditionalCostOperations.All,
        .. EventTypeOperations.All,
        .. StoreOperations.All,
        .. CollectionOperations.All,
        .. CustomEffectOperations.All,
        .. WebhookOperations.All,
        .. ValueMapOperations.All,
        .. SetupOperations.All,
        .. AudienceLists.All,
        .. CatalogOperations.All,
        .. PreviewOperations.All,
        .. ParkedWorkOperations.All,
        .. JobOperations.All,
    ];
}
