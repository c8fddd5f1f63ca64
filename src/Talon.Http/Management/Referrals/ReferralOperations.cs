using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>The operations on referrals of campaigns.</summary>
internal static class ReferralOperations
{
    private const string Campaign = "/v1/applications/{applicationId}/campaigns/{campaignId}";
    private const string Path = Campaign + "/referrals";
    private const string One = Path + "/{referralId}";
    private const int LargestFile = 32 * 1024 * 1024;
    private static readonly Parameter<long> ReferralId = Parameters.PathInteger("referralId", "The referral's id.");
    private static readonly IReadOnlyList<Parameter> OfCampaign = [ManagementParameters.Application, ManagementParameters.Campaign];

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Write(
            "GET", "getReferralsWithoutTotalCount", Path + "/no_total", "List the referrals of a campaign.",
            [.. OfCampaign, ManagementParameters.PageSize, ManagementParameters.Skip, ReferralSearch.Sort, .. ReferralSearch.Parameters], null,
            new(200, ReferralSchemas.Found, "The referrals."), ListAsync),
        Manage.Update(
            "updateReferral", One, "Change a referral.", [.. OfCampaign, ReferralId], ReferralSchemas.Update, ReferralSchemas.Referral, UpdateAsync),
        Manage.Delete("deleteReferral", One, "Delete a referral.", [.. OfCampaign, ReferralId], DeleteAsync),
        Manage.Write(
            "POST", "importReferrals", Campaign + "/import_referrals",
            "Create the referrals of a CSV file with the columns code, advocateprofileintegrationid, startdate, expirydate, limitval and attributes.",
            OfCampaign, null, new(200, CollectionSchemas.Import, "The referrals were created."), ImportAsync)
            with { TakesFile = true, MaxBody = LargestFile },
    ];

    private static async Task<ApiResponse> ListAsync(OperationContext context, CancellationToken cancellation)
    {
        var (page, hasMore) = await context.Services.Referrals.SearchAsync(
            context.Get(ManagementParameters.Application),
            context.Get(ManagementParameters.Campaign),
            ReferralSearch.Filter(context),
            context.Get(ReferralSearch.Sort),
            context.Get(ManagementParameters.Skip),
            context.Get(ManagementParameters.PageSize),
            cancellation);
        return ApiResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("hasMore"u8, hasMore);
            writer.WriteStartArray("data"u8);
            foreach (var referral in page)
                JsonSerializer.Serialize(writer, referral, ManagementJson.Api.Referral);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation)
    {
        var referral = await context.Services.Referrals.UpdateAsync(
            context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), context.Get(ReferralId), ReferralInputs.Edit(context.Body), cancellation);
        return ApiResponse.Json(200, referral, ManagementJson.Api.Referral);
    }

    private static Task DeleteAsync(OperationContext context, CancellationToken cancellation) => context.Services.Referrals.DeleteAsync(
        context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), context.Get(ReferralId), cancellation);

    private static async Task<ApiResponse> ImportAsync(OperationContext context, CancellationToken cancellation)
    {
        using var text = context.File!.OpenText();
        var (import, amount) = await context.Services.Referrals.ImportAsync(
            context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), text, UploadedFile.Field, cancellation);
        return ApiResponse.Json(200, ImportBody.Of("Referral", import, amount, context), ManagementJson.Api.ImportBody);
    }
}
