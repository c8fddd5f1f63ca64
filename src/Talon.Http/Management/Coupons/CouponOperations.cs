using System.Text.Json;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>The operations on coupons.</summary>
internal static class CouponOperations
{
    private const string Campaign = "/v1/applications/{applicationId}/campaigns/{campaignId}";
    private const string Path = Campaign + "/coupons";
    private const string One = Path + "/{couponId}";
    private static readonly Parameter<long> CouponId = Parameters.PathInteger("couponId", "The coupon's id.");
    private static readonly Parameter<bool> Silent = Parameters.Silent();
    private static readonly Parameter<bool> ValuesOnly = Parameters.Boolean("valuesOnly", "Whether the answer has the codes only.");
    private static readonly IReadOnlyList<Parameter> OfCampaign = [ManagementParameters.Application, ManagementParameters.Campaign];

    public static readonly IReadOnlyList<Operation> All =
    [
        Creating("createCoupons", Path, "Create coupons.", CouponInputSchemas.New, null),
        Creating("createCouponsForMultipleRecipients", Campaign + "/coupons_with_recipients", "Create a coupon for each of some customers.", CouponInputSchemas.NewForRecipients, "recipientsIntegrationIds"),
        Manage.Write(
            "GET", "getCouponsWithoutTotalCount", Path + "/no_total", "List the coupons of a campaign.",
            [.. OfCampaign, ManagementParameters.PageSize, ManagementParameters.Skip, CouponSearch.Sort, ValuesOnly, .. CouponSearch.Parameters], null,
            new(200, CouponInputSchemas.Listed, "The coupons."), ListAsync),
        Manage.Update(
            "updateCoupon", One, "Change a coupon.", [.. OfCampaign, CouponId], CouponInputSchemas.Update, CouponSchemas.Coupon, UpdateAsync),
        Manage.Delete("deleteCoupon", One, "Delete a coupon.", [.. OfCampaign, CouponId], DeleteAsync),
        .. CouponBatchOperations.All,
        .. CouponFileOperations.All,
    ];

    private static Operation Creating(string operationId, string path, string summary, Schema request, string? recipients)
    {
        var operation = Manage.Write(
            "POST",
            operationId,
            path,
            summary,
            [.. OfCampaign, Silent],
            request,
            new(200, CouponInputSchemas.Created, "The coupons, with silent=no."),
            (context, cancellation) => CreateAsync(context, recipients is null ? null : context.Body.Texts(recipients), cancellation));
        return operation with { Answers = [new(204, null, "The coupons were created."), .. operation.Answers] };
    }

    private static async Task<ApiResponse> CreateAsync(OperationContext context, IReadOnlyList<string>? recipients, CancellationToken cancellation)
    {
        var coupons = await context.Services.Coupons.CreateAsync(
            context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), CouponInputs.New(context.Body), recipients, cancellation);
        return context.Get(Silent) ? ApiResponse.Empty(204) : ApiResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("totalResultSize"u8, coupons.Count);
            Write(writer, coupons);
            writer.WriteEndObject();
        });
    }

    private static async Task<ApiResponse> ListAsync(OperationContext context, CancellationToken cancellation)
    {
        var (page, hasMore) = await context.Services.Coupons.SearchAsync(
            context.Get(ManagementParameters.Application),
            context.Get(ManagementParameters.Campaign),
            CouponSearch.Filter(context),
            context.Get(CouponSearch.Sort),
            context.Get(ManagementParameters.Skip),
            context.Get(ManagementParameters.PageSize),
            cancellation);
        return context.Get(ValuesOnly) ? Found(hasMore, writer => WriteValues(writer, page)) : Found(page, hasMore);
    }

    /// <summary>A page of coupons.</summary>
    internal static ApiResponse Found(IReadOnlyList<Coupon> page, bool hasMore) => Found(hasMore, writer => Write(writer, page));

    private static ApiResponse Found(bool hasMore, Action<Utf8JsonWriter> page) => ApiResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("hasMore"u8, hasMore);
        page(writer);
        writer.WriteEndObject();
    });

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation)
    {
        var coupon = await context.Services.Coupons.UpdateAsync(
            context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), context.Get(CouponId), CouponInputs.Edit(context.Body), cancellation);
        return ApiResponse.Json(200, coupon, ManagementJson.Api.Coupon);
    }

    private static Task DeleteAsync(OperationContext context, CancellationToken cancellation) => context.Services.Coupons.DeleteAsync(
        context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), context.Get(CouponId), cancellation);

    private static void WriteValues(Utf8JsonWriter writer, IReadOnlyList<Coupon> coupons)
    {
        writer.WriteStartArray("data"u8);
        foreach (var coupon in coupons)
        {
            writer.WriteStartObject();
            writer.WriteString("value"u8, coupon.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<Coupon> coupons)
    {
        writer.WriteStartArray("data"u8);
        foreach (var coupon in coupons)
            JsonSerializer.Serialize(writer, coupon, ManagementJson.Api.Coupon);
        writer.WriteEndArray();
    }
}
