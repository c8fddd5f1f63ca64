using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Finds points of the calendar.</summary>
internal static class PeriodEnds
{
    /// <summary>The first such point after a moment, and for longer periods as many units later.</summary>
    public static DateTimeOffset After(DateTimeOffset start, Duration period, PeriodEnd point, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(start, zone).DateTime;
        var time = new TimeSpan(point.Hour, point.Minute, point.Second);
        var units = Math.Max(period.Amount, 1) - 1;
        var end = period.Unit switch
        {
            'Y' => First(local, years => Day(local.Year + years, point.Month ?? 12, point.DayOfMonth ?? 31) + time, units),
            'M' => First(local, months => Day(new DateTime(local.Year, local.Month, 1).AddMonths(months), point.DayOfMonth ?? 31) + time, units),
            'W' => First(local, weeks => Weeks.Monday(local).AddDays((7 * weeks) + (point.DayOfWeek ?? 7) - 1) + time, units),
            _ => First(local, days => local.Date.AddDays(days) + time, units),
        };
        return new DateTimeOffset(end, zone.GetUtcOffset(end));
    }

    private static DateTime First(DateTime after, Func<int, DateTime> at, int further)
    {
        var first = at(0) > after ? 0 : 1;
        return at(first + further);
    }

    private static DateTime Day(DateTime month, int day) => Day(month.Year, month.Month, day);

    private static DateTime Day(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
}
