using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Reports what campaigns brought and cost.</summary>
public sealed class AnalyticsService
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly AnalyticsReader _reader;

    internal AnalyticsService(ITableStore store) => _reader = new AnalyticsReader(store);

    /// <summary>The intervals in which something happened, in order of time.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="zone">The Application's time zone.</param>
    /// <param name="from">What ended before is in the totals alone; an hour that it falls into is in whole.</param>
    /// <param name="until">What begins then or later is left out.</param>
    /// <param name="granularity">How long the intervals are.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<AnalyticsPoint>> ReportAsync(long campaign, TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until, AnalyticsGranularity granularity, CancellationToken cancellation)
    {
        var points = new List<AnalyticsPoint>();
        var total = CampaignNumbers.None;
        foreach (var hour in await _reader.ReadAsync(campaign, cancellation))
        {
            if (hour.Start >= until)
                break;
            total += hour.Numbers;
            if (hour.Start + Hour <= from)
                continue;
            var start = Start(hour.Start, zone, granularity);
            if (points.Count > 0 && points[^1].Start == start)
                points[^1] = points[^1] with { Interval = points[^1].Interval + hour.Numbers, Total = total };
            else
                points.Add(new AnalyticsPoint(start, hour.Numbers, total));
        }

        return points;
    }

    private static DateTimeOffset Start(DateTimeOffset hour, TimeZoneInfo zone, AnalyticsGranularity granularity)
    {
        var date = TimeZoneInfo.ConvertTime(hour, zone).Date;
        var first = granularity switch
        {
            AnalyticsGranularity.Day => date,
            AnalyticsGranularity.Week => Weeks.Monday(date),
            AnalyticsGranularity.Month => new DateTime(date.Year, date.Month, 1),
            AnalyticsGranularity.Year => new DateTime(date.Year, 1, 1),
            _ => (DateTime?)null,
        };
        return first is { } midnight ? new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)) : hour;
    }
}
