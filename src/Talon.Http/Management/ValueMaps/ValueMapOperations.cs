using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations on value maps.</summary>
internal static class ValueMapOperations
{
    private const string Path = "/v1/applications/{applicationId}/campaigns/{campaignId}/value_maps";
    private const string One = Path + "/{valueMapId}";
    private static readonly Parameter<long> MapId = Parameters.PathInteger("valueMapId", "The value map's id.");
    private static readonly IReadOnlyList<Parameter> OfCampaign = [ManagementParameters.Application, ManagementParameters.Campaign];

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create("createCampaignValueMap", Path, "Create a value map.", OfCampaign, ValueMapSchemas.New, ValueMapSchemas.Map, CreateAsync),
        Manage.Read(
            "getCampaignValueMaps", Path, "List the value maps of a campaign.", [.. OfCampaign, .. ManagementParameters.List],
            Page.Counted("ValueMaps", ValueMapSchemas.Map), List),
        Manage.Read("getCampaignValueMap", One, "Read a value map.", [.. OfCampaign, MapId], ValueMapSchemas.Map, Get),
        Manage.Update("updateCampaignValueMap", One, "Replace a value map.", [.. OfCampaign, MapId], ValueMapSchemas.New, ValueMapSchemas.Map, UpdateAsync),
        Manage.Delete("deleteCampaignValueMap", One, "Delete a value map that no enabled campaign uses.", [.. OfCampaign, MapId], DeleteAsync),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(201, await context.Services.Account.ValueMaps.CreateAsync(
            context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), context.Input(ManagementInputJson.Api.ValueMapInput), context.Caller.Actor, cancellation));

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(200, await context.Services.Account.ValueMaps.UpdateAsync(
            context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), context.Get(MapId), context.Input(ManagementInputJson.Api.ValueMapInput), cancellation));

    private static Task DeleteAsync(OperationContext context, CancellationToken cancellation) => context.Services.Account.ValueMaps.DeleteAsync(
        context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), context.Get(MapId), cancellation);

    private static ApiResponse Get(OperationContext context, Configuration configuration) => Answer(200, configuration.RequireValueMap(
        context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), context.Get(MapId)));

    private static ApiResponse List(OperationContext context, Configuration configuration)
    {
        var campaign = configuration.RequireCampaign(context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign));
        return Page.Counted(
            context, configuration.ValueMaps.Where(map => map.CampaignId == campaign.Id), map => new(map.Created, map.Name), ValueMapBody.From, ManagementJson.Api.ValueMapBody);
    }

    private static ApiResponse Answer(int status, ValueMap map) => ApiResponse.Json(status, ValueMapBody.From(map), ManagementJson.Api.ValueMapBody);
}
