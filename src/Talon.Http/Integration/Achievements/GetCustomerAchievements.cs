using Talon.Promotions;

namespace Talon.Http;

/// <summary>Lists the achievements that a customer can work on, with the progress.</summary>
internal static class GetCustomerAchievements
{
    private static readonly Parameter<IReadOnlyList<long>?> Campaigns = Parameters.IntegerList("campaignIds", "Only those of these campaigns.");
    private static readonly Parameter<IReadOnlyList<long>?> Achievements = Parameters.IntegerList("achievementIds", "Only these.");
    private static readonly Parameter<IReadOnlyList<string>?> Status = Parameters.ChoiceList("achievementStatus", "Only those that can be worked on now, or later; without it, now.", ["active", "scheduled"]);
    private static readonly Parameter<IReadOnlyList<string>?> Progress = Parameters.ChoiceList("currentProgressStatus", "Only those where the customer is so far.", ["inprogress", "completed", "not_started"]);
    private static readonly Parameter<int> PageSize = Parameters.PageSize();
    private static readonly Parameter<int> Skip = Parameters.Skip();

    public static readonly Operation Operation = new()
    {
        OperationId = "getCustomerAchievements",
        Method = "GET",
        Path = "/v1/customer_profiles/{integrationId}/achievements",
        Summary = "List the achievements that a customer can work on, with the progress.",
        Authentication = Authentication.IntegrationKey,
        Parameters = [IntegrationParameters.CustomerId, Campaigns, Achievements, Status, Progress, PageSize, Skip],
        Answers = [new(200, Page.Counted("CustomerAchievements", AchievementSchemas.Entry), "The achievements."), Answer.Invalid, Answer.Unauthorized, Answer.NotFound],
        Handle = HandleAsync,
    };

    private static async Task<ApiResponse> HandleAsync(OperationContext context, CancellationToken cancellation)
    {
        var all = await context.Services.Promotions.Achievements.ListAsync(context.ForApplication, context.Get(IntegrationParameters.CustomerId), cancellation);
        var found = all.Where(entry => Matches(context, entry)).ToList();
        return IntegrationContext.Counted(
            found.Skip(context.Get(Skip)).Take(context.Get(PageSize)).Select(AchievementBody.From), found.Count, IntegrationJson.Api.AchievementBody);
    }

    private static bool Matches(OperationContext context, CustomerAchievement entry)
    {
        var status = entry.Status switch
        {
            AchievementStatus.Active => "active",
            AchievementStatus.Scheduled => "scheduled",
            _ => null,
        };
        return status is not null
            && (context.Get(Status) ?? ["active"]).Contains(status)
            && (context.Get(Campaigns) is not { } campaigns || campaigns.Contains(entry.Achievement.CampaignId))
            && (context.Get(Achievements) is not { } ids || ids.Contains(entry.Achievement.Id))
            && (context.Get(Progress) is not { } wanted || wanted.Contains(ProgressNames.Of(entry.Current.Status)));
    }
}
