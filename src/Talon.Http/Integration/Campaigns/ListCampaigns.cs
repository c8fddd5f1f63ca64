using Talon.Promotions;

namespace Talon.Http;

/// <summary>Lists the campaigns of the Application that run.</summary>
internal static class ListCampaigns
{
    private static readonly Parameter<int> PageSize = Parameters.PageSize(50);
    private static readonly Parameter<int> Skip = Parameters.Skip();
    private static readonly Parameter<IReadOnlyList<long>?> CampaignIds = Parameters.IntegerList("campaignIds", "Only these campaigns.");
    private static readonly Parameter<DateTimeOffset?> StartAfter = Parameters.Time("startAfter", "Only campaigns that start on or after this.");
    private static readonly Parameter<DateTimeOffset?> StartBefore = Parameters.Time("startBefore", "Only campaigns that start on or before this.");
    private static readonly Parameter<DateTimeOffset?> EndAfter = Parameters.Time("endAfter", "Only campaigns that end on or after this.");
    private static readonly Parameter<DateTimeOffset?> EndBefore = Parameters.Time("endBefore", "Only campaigns that end on or before this.");
    private static readonly Parameter<long?> StoreId = Parameters.Integer("storeId", "Only campaigns linked to this store.");
    private static readonly Parameter<long?> AudienceId = Parameters.Integer("audienceId", "Only campaigns whose rules ask for this audience.");

    public static readonly Operation Operation = new()
    {
        OperationId = "integrationGetAllCampaigns",
        Method = "GET",
        Path = "/v1/integration/campaigns",
        Summary = "List the campaigns of the Application that run.",
        Authentication = Authentication.IntegrationKey,
        Parameters = [PageSize, Skip, CampaignIds, StartAfter, StartBefore, EndAfter, EndBefore, StoreId, AudienceId],
        Answers = [new(200, Page.Continued("IntegrationCampaigns", IntegrationCampaignSchemas.Campaign), "The campaigns, by id."), Answer.Invalid, Answer.Unauthorized, Answer.NotFound],
        Handle = HandleAsync,
    };

    private static async Task<ApiResponse> HandleAsync(OperationContext context, CancellationToken cancellation)
    {
        var configuration = await context.Services.Account.Configurations.GetAsync(cancellation);
        var application = configuration.For(context.Caller.ApplicationId);
        if (context.Get(StoreId) is { } store)
            configuration.RequireStore(context.Caller.ApplicationId, store);
        if (context.Get(AudienceId) is { } audience)
            configuration.RequireAudience(context.Caller.ApplicationId, audience);
        var found = application.Campaigns.Values
            .Where(campaign => Runs(campaign, context.Now) && IsAskedFor(context, campaign))
            .OrderBy(campaign => campaign.Id)
            .Select(campaign => IntegrationCampaignBody.From(campaign, configuration.Rulesets.Find(campaign.ActiveRulesetId ?? 0), application))
            .Where(campaign => context.Get(AudienceId) is not { } linked || campaign.LinkedAudienceIds.Contains(linked))
            .Skip(context.Get(Skip))
            .Take(context.Get(PageSize) + 1)
            .ToList();
        return IntegrationContext.Continued(found.Take(context.Get(PageSize)), found.Count > context.Get(PageSize), IntegrationJson.Api.IntegrationCampaignBody);
    }

    private static bool Runs(Campaign campaign, DateTimeOffset now) =>
        campaign.State == CampaignState.Enabled && !(campaign.StartTime > now) && !(campaign.EndTime <= now);

    private static bool IsAskedFor(OperationContext context, Campaign campaign) =>
        (context.Get(CampaignIds) is not { } ids || ids.Contains(campaign.Id))
        && (context.Get(StartAfter) is not { } startAfter || campaign.StartTime >= startAfter)
        && (context.Get(StartBefore) is not { } startBefore || campaign.StartTime <= startBefore)
        && (context.Get(EndAfter) is not { } endAfter || campaign.EndTime >= endAfter)
        && (context.Get(EndBefore) is not { } endBefore || campaign.EndTime <= endBefore)
        && (context.Get(StoreId) is not { } store || campaign.LinkedStoreIds.Contains(store));
}
