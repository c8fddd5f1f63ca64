namespace Talon.RuleEngine;

/// <summary>Weeks of the calendar: they begin on Monday, as ISO 8601 has it.</summary>
public static class Weeks
{
    /// <summary>The Monday of the week that a moment lies in, at midnight; the first day of the calendar where there is no such Monday.</summary>
    public static DateTime Monday(DateTime moment)
    {
        var sinceMonday = ((int)moment.DayOfWeek + 6) % 7;
        return moment.Date.Ticks >= sinceMonday * TimeSpan.TicksPerDay ? moment.Date.AddDays(-sinceMonday) : DateTime.MinValue;
    }
}
