namespace Talon.Http;

/// <summary>Every operation of the API.</summary>
public static class OperationTable
{
    /// <summary>All operations, in the order of the published description.</summary>
    public static IReadOnlyList<Operation> All { get; } = [.. Declared().Select(WithRefusedAddress)];

    private static IReadOnlyList<Operation> Declared() =>
    [
        UpdateCustomerSession.Operation,
        GetCustomerSession.Operation,
        ReopenCustomerSession.Operation,
        ReturnCartItems.Operation,
        UpdateCustomerProfile.Operation,
        UpdateCustomerProfiles.Operation,
        GetCustomerInventory.Operation,
        DeleteCustomerData.Operation,
        .. AudienceOperations.All,
        SyncCatalog.Operation,
        FindBestPriorPrice.Operation,
        ListCampaigns.Operation,
        CouponReservations.Create,
        CouponReservations.Delete,
        CouponReservations.List,
        CreateReferral.Operation,
        CreateReferralsForAdvocates.Operation,
        TrackEvent.Operation,
        TrackAdvancedEvent.Operation,
        GetAdvancedEvent.Operation,
        GetCustomerAchievements.Operation,
        GetCustomerAchievementHistory.Operation,
        .. LoyaltyOperations.All,
        .. LegacyOperations.All,
        .. ManagementOperations.All,
        GetOpenApi.Operation,
        GetHealth.Operation,
    ];

    private static Operation WithRefusedAddress(Operation operation) =>
        operation.ChecksAddress && operation.Answers.All(answer => answer.Status != Answer.Forbidden.Status)
            ? operation with { Answers = [.. operation.Answers, Answer.Forbidden] }
            : operation;
}
