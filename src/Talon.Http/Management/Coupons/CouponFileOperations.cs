namespace Talon.Http;

/// <summary>Coupons as CSV files.</summary>
internal static class CouponFileOperations
{
    private const int LargestFile = 32 * 1024 * 1024;
    private static readonly Parameter<bool> SkipDuplicates = Parameters.Boolean("skipDuplicates", "Whether codes that come twice, or exist, are passed over rather than refused.");
    private static readonly Parameter<long?> CampaignId = Parameters.Integer("campaignId", "Only coupons of this campaign.");
    private static readonly Parameter<string?> DateFormat = Parameters.Choice("dateFormat", "How dates are written.", ["excel", "ISO8601"]);
    private static readonly Parameter<bool> ValuesOnly = Parameters.Boolean("valuesOnly", "Whether the file has the codes only.");
    private static readonly Parameter<DateTimeOffset?> DeletedBefore = Parameters.Time("deletedBefore", "Only coupons deleted before this: none, since deleted coupons are not kept.");
    private static readonly Parameter<DateTimeOffset?> DeletedAfter = Parameters.Time("deletedAfter", "Only coupons deleted after this: none, since deleted coupons are not kept.");

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Write(
            "POST",
            "importCoupons",
            "/v1/applications/{applicationId}/campaigns/{campaignId}/import_coupons",
            "Import coupons from a CSV file, all or none.",
            [ManagementParameters.Application, ManagementParameters.Campaign, SkipDuplicates],
            null,
            new(200, CollectionSchemas.Import, "They were imported."),
            ImportAsync) with { TakesFile = true, MaxBody = LargestFile },
        Manage.Write(
            "GET",
            "exportCoupons",
            "/v1/applications/{applicationId}/export_coupons",
            "Export the coupons of an Application to a CSV file.",
            [ManagementParameters.Application, CampaignId, .. CouponSearch.Parameters, CampaignFilter.StateParameter, DateFormat, ValuesOnly, DeletedBefore, DeletedAfter],
            null,
            new(200, StringSchema.Text, "The file.") { ContentType = Answer.Csv },
            ExportAsync),
    ];

    private static async Task<ApiResponse> ImportAsync(OperationContext context, CancellationToken cancellation)
    {
        using var text = context.File!.OpenText();
        var (import, amount) = await context.Services.Coupons.ImportAsync(
            context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), text, context.Get(SkipDuplicates), UploadedFile.Field, cancellation);
        var body = new ImportBody(import, context.Now, ManagementFields.AccountId, context.Caller.Actor.Id, "Coupon", amount);
        return ApiResponse.Json(200, body, ManagementJson.Api.ImportBody);
    }

    private static async Task<ApiResponse> ExportAsync(OperationContext context, CancellationToken cancellation)
    {
        var applicationId = context.Get(ManagementParameters.Application);
        var coupons = await context.Services.Coupons.FindAsync(
            applicationId,
            campaign => context.Get(DeletedBefore) is null && context.Get(DeletedAfter) is null && (context.Get(CampaignId) is not { } id || campaign.Id == id) && CampaignFilter.AdmitsState(context, campaign),
            CouponSearch.Filter(context),
            cancellation);
        var export = new CouponExport(applicationId, context.Get(ValuesOnly), context.Get(DateFormat) == "excel");
        return new ApiResponse { Status = 200, ContentType = Answer.Csv, Stream = (stream, aborted) => export.WriteAsync(stream, coupons, aborted) };
    }
}
