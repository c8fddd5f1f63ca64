namespace Talon.Promotions;

/// <summary>What a campaign brought and cost in one hour of its Application's clock.</summary>
/// <param name="Start">The start of the hour, with the offset of the Application's time zone.</param>
/// <param name="Numbers">The numbers.</param>
internal sealed record AnalyticsHour(DateTimeOffset Start, CampaignNumbers Numbers)
{
    /// <summary>The start of the hour that a moment lies in.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        return new DateTimeOffset(local.Date.AddHours(local.Hour), local.Offset);
    }
}
