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
        Manage.Read("getCampaigns", Path, "List the campaigns of an Application.", [ManagementParameters.Application, .. ManagementParameters.List, .. CampaignFilter.Parameters], Page.Counted("Campaigns", CampaignSchemas.Campaign), List),
        Manage.Read("getCampaign", One, "Read a campaign.", OfCampaign, CampaignSchemas.Campaign, Get),
        Manage.Update("updateCampaign", One, "Replace the settings of a campaign.", OfCampaign, CampaignInputSchemas.Update, CampaignSchemas.Campaign, UpdateAsync).Inspecting(AttributeEntity.Campaign),
        Manage.Delete("deleteCampaign", One, "Delete a campaign with its rulesets, collections and value maps.", OfCampaign, DeleteAsync),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(201, context, await context.Services.Account.Campaigns.CreateAsync(
            context.Get(ManagementParameters.Application), context.Input(ManagementInputJson.Api.CampaignInput), context.Caller.Actor, cancellation));

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(200, context, await context.Services.Account.Campaigns.UpdateAsync(
            context.Get(ManagementParameters.Application),
            context.Get(ManagementParameters.Campaign),
            context.Input(ManagementInputJson.Api.CampaignInput),
            context.Caller.Actor,
            cancellation));

    private static Task DeleteAsync(OperationContext context, CancellationToken cancellation) =>
        context.Services.Account.Campaigns.DeleteAsync(context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), cancellation);

    private static ApiResponse Get(OperationContext context, Configuration configuration) =>
        Answer(200, context, configuration.RequireCampaign(context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign)));

    private static ApiResponse List(OperationContext context, Configuration configuration)
    {
        var application = configuration.RequireApplication(context.Get(ManagementParameters.Application));
        return Page.Counted(
            context,
            configuration.Campaigns.Where(campaign => campaign.ApplicationId == application.Id && CampaignFilter.Admits(context, campaign)),
            campaign => new(campaign.Created, campaign.Name),
            campaign => CampaignBody.From(campaign, context.Now),
            ManagementJson.Api.CampaignBody);
    }

    private static ApiResponse Answer(int status, OperationContext context, Campaign campaign) =>
        ApiResponse.Json(status, CampaignBody.From(campaign, context.Now), ManagementJson.Api.CampaignBody);
}
