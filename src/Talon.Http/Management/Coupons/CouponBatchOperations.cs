using System.Text.Json;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>The operations on many coupons at once.</summary>
internal static class CouponBatchOperations
{
    private const string Application = "/v1/applications/{applicationId}";
    private const string Campaign = Application + "/campaigns/{campaignId}";
    private static readonly IReadOnlyList<Parameter> OfCampaign = [ManagementParameters.Application, ManagementParameters.Campaign];
    private static readonly IReadOnlyList<Parameter> Found = [ManagementParameters.PageSize, ManagementParameters.Skip, CouponSearch.Sort, .. CouponSearch.Parameters];

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Write(
            "PUT", "updateCouponBatch", Campaign + "/coupons", "Change all coupons of a campaign, or of a batch.", OfCampaign,
            CouponInputSchemas.UpdateBatch, new(204, null, "They were changed."), UpdateAsync),
        Manage.Delete(
            "deleteCoupons", Campaign + "/coupons", "Delete the coupons of a campaign that the parameters admit; all of them without any.",
            [.. OfCampaign, .. CouponSearch.Parameters], DeleteAsync),
        Manage.Write(
            "POST", "createCouponsAsync", Campaign + "/coupons_async", "Create many coupons by a job.", OfCampaign, CouponInputSchemas.NewJob,
            new(200, CouponInputSchemas.CreationJob, "The job has begun."), BeginCreationAsync),
        Manage.Write(
            "POST", "createCouponsDeletionJob", Campaign + "/coupons_deletion_jobs", "Delete coupons by a job.", OfCampaign,
            CouponInputSchemas.NewDeletionJob, new(202, CouponInputSchemas.DeletionJob, "The job has begun."), BeginDeletionAsync),
        Manage.Write(
            "POST", "searchCouponsAdvancedWithoutTotalCount", Campaign + "/coupons_search_advanced/no_total",
            "List the coupons of a campaign that have some attributes.", [.. OfCampaign, .. Found], CouponInputSchemas.AttributeQuery,
            new(200, CouponInputSchemas.Found, "The coupons."), SearchAsync),
        Manage.Write(
            "POST", "searchCouponsAdvancedApplicationWideWithoutTotalCount", Application + "/coupons_search_advanced/no_total",
            "List the coupons of an Application that have some attributes.",
            [ManagementParameters.Application, .. Found, CampaignFilter.StateParameter], CouponInputSchemas.AttributeQuery,
            new(200, CouponInputSchemas.Found, "The coupons."), SearchEverywhereAsync),
    ];

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation)
    {
        var edit = CouponInputs.Edit(context.Body) with { KeepsRecipient = true };
        await context.Services.Coupons.UpdateAsync(ApplicationId(context), CampaignId(context), context.Body.Text("batchID"), edit, cancellation);
        return ApiResponse.Empty(204);
    }

    private static Task DeleteAsync(OperationContext context, CancellationToken cancellation) =>
        context.Services.Coupons.DeleteAsync(ApplicationId(context), CampaignId(context), CouponSearch.Filter(context), cancellation);

    private static async Task<ApiResponse> BeginCreationAsync(OperationContext context, CancellationToken cancellation)
    {
        var job = await context.Services.Coupons.BeginCreationAsync(ApplicationId(context), CampaignId(context), CouponInputs.NewJob(context.Body), cancellation);
        return ApiResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("batchId"u8, job.BatchId);
            writer.WriteNumber("jobId"u8, job.Id);
            writer.WriteEndObject();
        });
    }

    private static async Task<ApiResponse> BeginDeletionAsync(OperationContext context, CancellationToken cancellation)
    {
        var filter = CouponSearch.Filter(context.Body.GetProperty("filters"));
        var job = await context.Services.Coupons.BeginDeletionAsync(ApplicationId(context), CampaignId(context), filter, cancellation);
        return ApiResponse.Json(202, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("id"u8, job.Id);
            writer.WriteEndObject();
        });
    }

    private static async Task<ApiResponse> SearchAsync(OperationContext context, CancellationToken cancellation)
    {
        var (page, hasMore) = await context.Services.Coupons.SearchAsync(
            ApplicationId(context), CampaignId(context), Filter(context), context.Get(CouponSearch.Sort), context.Get(ManagementParameters.Skip), context.Get(ManagementParameters.PageSize), cancellation);
        return CouponOperations.Found(page, hasMore);
    }

    private static async Task<ApiResponse> SearchEverywhereAsync(OperationContext context, CancellationToken cancellation)
    {
        var (page, hasMore) = await context.Services.Coupons.SearchAsync(
            ApplicationId(context),
            campaign => CampaignFilter.AdmitsState(context, campaign),
            Filter(context),
            context.Get(CouponSearch.Sort),
            context.Get(ManagementParameters.Skip),
            context.Get(ManagementParameters.PageSize),
            cancellation);
        return CouponOperations.Found(page, hasMore);
    }

    private static CouponFilter Filter(OperationContext context) => CouponSearch.Filter(context) with { Attributes = Wanted(context.Body) };

    /// <summary>The attributes looked for: the body, or its only member "attributes", since no attribute's value is an object.</summary>
    private static JsonElement Wanted(JsonElement body) =>
        body.GetPropertyCount() == 1 && body.TryGetProperty("attributes"u8, out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : body;

    private static long ApplicationId(OperationContext context) => context.Get(ManagementParameters.Application);

    private static long CampaignId(OperationContext context) => context.Get(ManagementParameters.Campaign);
}
