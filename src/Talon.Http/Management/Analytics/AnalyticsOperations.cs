using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations that report what campaigns brought and cost.</summary>
internal static class AnalyticsOperations
{
    private static readonly Parameter<DateTimeOffset?> RangeStart = Parameters.RequiredTime("rangeStart", "Only what happened from then on; the hour that it falls into is in whole.");
    private static readonly Parameter<DateTimeOffset?> RangeEnd = Parameters.RequiredTime("rangeEnd", "Only what happened before; the hour that it falls into is in whole.");

    private static readonly Parameter<string?> Granularity = Parameters.Choice(
        "granularity", "How long the intervals are, by the calendar of the Application's time zone; a day when left out.", ["1 hour", "1 day", "1 week", "1 month", "1 year"], "1 day");

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Write(
            "GET",
            "getCampaignAnalytics",
            "/v1/applications/{applicationId}/campaigns/{campaignId}/analytics",
            "Report what a campaign brought and cost. A session counts in the hour of its closing; intervals in which nothing happened are left out.",
            [ManagementParameters.Application, ManagementParameters.Campaign, RangeStart, RangeEnd, Granularity],
            null,
            new(200, Page.Counted("CampaignAnalyticsReport", AnalyticsFields.Point), "The intervals in order of time."),
            ReportAsync),
    ];

    private static async Task<ApiResponse> ReportAsync(OperationContext context, CancellationToken cancellation)
    {
        var configuration = await context.Services.Account.Configurations.GetAsync(cancellation);
        var application = configuration.RequireApplication(context.Get(ManagementParameters.Application));
        var campaign = configuration.RequireCampaign(application.Id, context.Get(ManagementParameters.Campaign));
        var points = await context.Services.Promotions.Analytics.ReportAsync(
            campaign.Id,
            TimeZoneInfo.FindSystemTimeZoneById(application.Timezone),
            context.Get(RangeStart)!.Value,
            context.Get(RangeEnd)!.Value,
            Read(context.Get(Granularity)),
            cancellation);
        return ApiResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("totalResultSize"u8, points.Count);
            writer.WriteStartArray("data"u8);
            foreach (var point in points)
                AnalyticsFields.Write(writer, point);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static AnalyticsGranularity Read(string? text) => text switch
    {
        "1 hour" => AnalyticsGranularity.Hour,
        "1 week" => AnalyticsGranularity.Week,
        "1 month" => AnalyticsGranularity.Month,
        "1 year" => AnalyticsGranularity.Year,
        _ => AnalyticsGranularity.Day,
    };
}
