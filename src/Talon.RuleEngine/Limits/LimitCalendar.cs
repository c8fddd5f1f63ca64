using System.Globalization;

namespace Talon.RuleEngine;

/// <summary>Names the periods that limits are counted in.</summary>
public static class LimitCalendar
{
    /// <summary>The period that a moment falls in, as <see cref="LimitKey.Period"/> writes it; "" for a limit without one.</summary>
    /// <param name="period">The recurrence window.</param>
    /// <param name="moment">The clock of the update.</param>
    /// <param name="zone">The Application's time zone.</param>
    public static string PeriodOf(LimitPeriod? period, DateTimeOffset moment, TimeZoneInfo zone)
    {
        if (period is not { } length)
            return "";
        var day = TimeZoneInfo.ConvertTime(moment, zone).Date;
        var (initial, first) = length switch
        {
            LimitPeriod.Daily => ('D', day),
            LimitPeriod.Weekly => ('W', Weeks.Monday(day)),
            LimitPeriod.Monthly => ('M', new DateTime(day.Year, day.Month, 1)),
            _ => ('Y', new DateTime(day.Year, 1, 1)),
        };
        return initial + first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
