namespace Talon.Promotions;

/// <summary>One interval of a report.</summary>
/// <param name="Start">Its start.</param>
/// <param name="Interval">The numbers of the interval.</param>
/// <param name="Total">The numbers since the campaign began, until the end of the interval.</param>
public sealed record AnalyticsPoint(DateTimeOffset Start, CampaignNumbers Interval, CampaignNumbers Total);
