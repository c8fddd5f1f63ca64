using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>The operations on campaigns.</summary>
internal static class CampaignOperations
{
    private const string Path = "/v1/applications/{applicationId}/campaigns";
    private const string One = Path + "/{campaignId}";
    private static readonly IReadOnlyList<Parameter> OfCampaign = [ManagementParameters.Application, ManagementParameters.Campaign];

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create("createCampaign", Path, "Create a campaign.", [ManagementParameters.Application], CampaignInputSchemas.New, CampaignSchemas.Campaign, CreateAsync).Inspecting(AttributeEntity.Campaign),
        Manage.Read("getCampaigns", Path, "List the campaigns of an Application.", [ManagementParameters.Application, .. ManagementParameters.List, .. CampaignFilter.Parameters], Page.Counted("Campaigns", CampaignSchemas.Campaign), ListAsync),
        Manage.Read("getCampaign", One, "Read a campaign.", OfCampaign, CampaignSchemas.Campaign, GetAsync),
        Manage.Update("updateCampaign", One, "Replace the settings of a campaign.", OfCampaign, CampaignInputSchemas.Update, CampaignSchemas.Campaign, UpdateAsync).Inspecting(AttributeEntity.Campaign),
        Manage.Delete("deleteCampaign", One, "Delete a campaign with all that belongs to it; its coupons and referrals are removed by a job.", OfCampaign, DeleteAsync),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        await AnswerAsync(201, context, await context.Services.Account.Campaigns.CreateAsync(
            context.Get(ManagementParameters.Application), context.Input(ManagementInputJson.Api.CampaignInput), context.Caller.Actor, cancellation), cancellation);

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) =>
        await AnswerAsync(200, context, await context.Services.Account.Campaigns.UpdateAsync(
            context.Get(ManagementParameters.Application),
            context.Get(ManagementParameters.Campaign),
            context.Input(ManagementInputJson.Api.CampaignInput),
            context.Caller.Actor,
            cancellation), cancellation);

    private static Task DeleteAsync(OperationContext context, CancellationToken cancellation) =>
        context.Services.CampaignDeletion.DeleteAsync(context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), cancellation);

    private static Task<ApiResponse> GetAsync(OperationContext context, Configuration configuration, CancellationToken cancellation) =>
        AnswerAsync(200, context, configuration.RequireCampaign(context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign)), cancellation);

    private static Task<ApiResponse> ListAsync(OperationContext context, Configuration configuration, CancellationToken cancellation)
    {
        var application = configuration.RequireApplication(context.Get(ManagementParameters.Application));
        return Page.CountedAsync(
            context,
            configuration.Campaigns.Where(campaign => campaign.ApplicationId == application.Id && CampaignFilter.Admits(context, campaign)),
            campaign => new(campaign.Created, campaign.Name),
            campaign => BodyAsync(context, application, campaign, cancellation),
            ManagementJson.Api.CampaignBody);
    }

    private static async Task<ApiResponse> AnswerAsync(int status, OperationContext context, Campaign campaign, CancellationToken cancellation)
    {
        var configuration = await context.Services.Account.Configurations.GetAsync(cancellation);
        var body = await BodyAsync(context, configuration.RequireApplication(campaign.ApplicationId), campaign, cancellation);
        return ApiResponse.Json(status, body, ManagementJson.Api.CampaignBody);
    }

    private static async Task<CampaignBody> BodyAsync(OperationContext context, Application application, Campaign campaign, CancellationToken cancellation) => CampaignBody.From(campaign, context.Now) with
    {
        Budgets = await context.Services.Promotions.Budgets.ReadAsync(campaign, TimeZoneInfo.FindSystemTimeZoneById(application.Timezone), context.Now, cancellation),
    };
}
