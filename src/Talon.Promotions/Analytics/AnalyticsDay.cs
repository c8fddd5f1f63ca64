using System.Globalization;

namespace Talon.Promotions;

/// <summary>One slot's share of what a campaign brought and cost on one day of its Application's calendar.</summary>
/// <param name="Hours">The hours in which something happened.</param>
internal sealed record AnalyticsDay(IReadOnlyList<AnalyticsHour> Hours)
{
    /// <summary>The prefix of days.</summary>
    public const string Prefix = "day.";

    /// <summary>A day on which nothing happened yet.</summary>
    public static AnalyticsDay Empty { get; } = new([]);

    /// <summary>The row key of the day that an hour belongs to.</summary>
    public static string Key(DateTimeOffset hour) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{hour:yyyyMMdd}");

    /// <summary>The day with something more in one of its hours.</summary>
    public AnalyticsDay With(DateTimeOffset hour, CampaignNumbers more)
    {
        var hours = Hours.ToList();
        var at = hours.FindIndex(known => known.Start == hour);
        if (at < 0)
            hours.Add(new AnalyticsHour(hour, more));
        else
            hours[at] = hours[at] with { Numbers = hours[at].Numbers + more };
        return new AnalyticsDay(hours);
    }
}

/// <summary>A day as it was read.</summary>
/// <param name="Day">The day.</param>
/// <param name="ETag">The row's ETag; null when there is no row yet.</param>
internal sealed record KnownDay(AnalyticsDay Day, string? ETag);
