using System.Text.Json;
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
        Manage.Create(
            "createCampaign", Path, "Create a campaign.", [ManagementParameters.Application], CampaignInputSchemas.New, CampaignSchemas.Campaign,
            CreateAsync),
        Manage.Read(
            "getCampaigns", Path, "List the campaigns of an Application.",
            [ManagementParameters.Application, .. ManagementParameters.List, .. CampaignFilter.Parameters],
            Page.Counted("Campaigns", CampaignSchemas.Campaign), ListAsync),
        Manage.Read("getCampaign", One, "Read a campaign.", OfCampaign, CampaignSchemas.Campaign, GetAsync),
        Manage.Update(
            "updateCampaign", One, "Replace the settings of a campaign.", OfCampaign, CampaignInputSchemas.Update, CampaignSchemas.Campaign,
            UpdateAsync),
        Manage.Delete("deleteCampaign", One, "Delete a campaign with all that belongs to it; its coupons and referrals are removed by a job.", OfCampaign, DeleteAsync),
        Manage.Write(
            "POST", "copyCampaignToApplications", One + "/copy",
            "Copy a campaign with its rules, collections and value maps to Applications; the copies are disabled.", OfCampaign,
            CampaignInputSchemas.Copy, new(200, Page.Counted("Campaigns", CampaignSchemas.Campaign), "The copies."), CopyAsync),
        Manage.Write(
            "POST", "getCampaignByAttributes", "/v1/applications/{applicationId}/campaigns_search",
            "List the campaigns of an Application that have some attributes.",
            [ManagementParameters.Application, .. ManagementParameters.List, CampaignFilter.StateParameter], CampaignInputSchemas.Search,
            new(200, Page.Counted("Campaigns", CampaignSchemas.Campaign), "The campaigns."), SearchAsync),
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
        configuration.RequireApplication(context.Get(ManagementParameters.Application));
        return ListAsync(context, configuration, campaign => CampaignFilter.Admits(context, campaign), cancellation);
    }

    private static async Task<ApiResponse> SearchAsync(OperationContext context, CancellationToken cancellation)
    {
        var wanted = context.Body.GetProperty("attributes");
        return await ListAsync(
            context,
            await context.Services.Account.Configurations.GetAsync(cancellation),
            campaign => CampaignFilter.AdmitsState(context, campaign) && CampaignFilter.Has(campaign, wanted),
            cancellation);
    }

    private static async Task<ApiResponse> CopyAsync(OperationContext context, CancellationToken cancellation)
    {
        if (context.Caller.Applications is { Count: > 0 } allowed && context.Body.Integers("applicationIds")!.Except(allowed).Any())
            throw new ForbiddenException("The key may not reach these applications");
        var copies = await context.Services.Account.Campaigns.CopyAsync(
            context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), context.Input(ManagementInputJson.Api.CampaignCopyInput), context.Caller.Actor, cancellation);
        var configuration = await context.Services.Account.Configurations.GetAsync(cancellation);
        var bodies = await Task.WhenAll(copies.Select(copy => BodyAsync(context, configuration.RequireApplication(copy.ApplicationId), copy, cancellation)));
        return ApiResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("totalResultSize"u8, bodies.Length);
            writer.WriteStartArray("data"u8);
            foreach (var body in bodies)
                JsonSerializer.Serialize(writer, body, ManagementJson.Api.CampaignBody);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static Task<ApiResponse> ListAsync(OperationContext context, Configuration configuration, Func<Campaign, bool> wanted, CancellationToken cancellation)
    {
        var application = configuration.RequireApplication(context.Get(ManagementParameters.Application));
        return Page.CountedAsync(
            context,
            configuration.Campaigns.Where(campaign => campaign.ApplicationId == application.Id && wanted(campaign)),
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
        ValueMapsIds = [.. (await context.Services.Account.Configurations.GetAsync(cancellation)).ValueMaps.Where(map => map.CampaignId == campaign.Id).Select(map => map.Id)],
        Budgets = await context.Services.Promotions.Budgets.ReadAsync(campaign, TimeZoneInfo.FindSystemTimeZoneById(application.Timezone), context.Now, cancellation),
    };
}
