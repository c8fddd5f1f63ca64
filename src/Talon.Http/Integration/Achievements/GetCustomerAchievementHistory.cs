namespace Talon.Http;

/// <summary>Lists a customer's iterations of an achievement.</summary>
internal static class GetCustomerAchievementHistory
{
    private static readonly Parameter<long> AchievementId = Parameters.PathInteger("achievementId", "The achievement's id.");
    private static readonly Parameter<IReadOnlyList<string>?> Progress = Parameters.ChoiceList("progressStatus", "Only iterations that are so far.", ["inprogress", "completed", "expired"]);
    private static readonly Parameter<DateTimeOffset?> From = Parameters.Time("startDate", "Only iterations that began at this time or later.");
    private static readonly Parameter<DateTimeOffset?> Until = Parameters.Time("endDate", "Only iterations that began at this time or earlier.");
    private static readonly Parameter<int> PageSize = Parameters.PageSize();
    private static readonly Parameter<int> Skip = Parameters.Skip();

    public static readonly Operation Operation = new()
    {
        OperationId = "getCustomerAchievementHistory",
        Method = "GET",
        Path = "/v1/customer_profiles/{integrationId}/achievements/{achievementId}",
        Summary = "List a customer's iterations of an achievement, the last one first.",
        Authentication = Authentication.IntegrationKey,
        Parameters = [IntegrationParameters.CustomerId, AchievementId, Progress, From, Until, PageSize, Skip],
        Answers = [new(200, Page.Counted("AchievementHistory", AchievementSchemas.Progress), "The iterations."), Answer.Invalid, Answer.Unauthorized, Answer.NotFound],
        Handle = HandleAsync,
    };

    private static async Task<ApiResponse> HandleAsync(OperationContext context, CancellationToken cancellation)
    {
        var all = await context.Services.Promotions.Achievements.HistoryAsync(context.ForApplication, context.Get(IntegrationParameters.CustomerId), context.Get(AchievementId), cancellation);
        var found = all.Where(iteration => (context.Get(Progress) is not { } wanted || wanted.Contains(ProgressNames.Of(iteration.Status)))
            && !(iteration.StartDate < context.Get(From)) && !(iteration.StartDate > context.Get(Until))).ToList();
        return IntegrationContext.Counted(found.Skip(context.Get(Skip)).Take(context.Get(PageSize)), found.Count, IntegrationJson.Api.AchievementProgress);
    }
}
