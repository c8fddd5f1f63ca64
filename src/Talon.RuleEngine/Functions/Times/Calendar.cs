using System.Globalization;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Parts of a date, in the Application's time zone.</summary>
internal static class Calendar
{
    public static readonly Function Hour = Part("hour", "The hour, 0 to 23", time => time.Hour);

    public static readonly Function Minute = Part("minute", "The minute, 0 to 59", time => time.Minute);

    public static readonly Function Weekday = Part("weekday", "The day of the week, 0 for Sunday to 6 for Saturday", time => (int)time.DayOfWeek);

    public static readonly Function MonthDay = Part("monthDay", "The day of the month, 1 to 31", time => time.Day);

    public static readonly Function Month = Part("month", "The month, 1 to 12", time => time.Month);

    public static readonly Function Year = Part("year", "The year", time => time.Year);

    public static readonly Function Date = new(
        "date", FunctionGroup.Time,
        "The date as YYYY-MM-DD in the Application's time zone.",
        """["date", ["now"]]""",
        new Overload("(time: time) -> string", call =>
        {
            var time = call.Time(0);
            return Expression.Text(scope => Local(scope, time(scope)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }));

    /// <summary>The time as a clock in the Application's time zone shows it.</summary>
    public static DateTimeOffset Local(Scope scope, DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, scope.Settings.TimeZone);

    private static Function Part(string name, string what, Func<DateTimeOffset, int> part) => new(
        name, FunctionGroup.Time,
        $"{what}, in the Application's time zone.",
        $"""["{name}", ["now"]]""",
        new Overload("(time: time) -> number", call =>
        {
            var time = call.Time(0);
            return Expression.Number(scope => part(Local(scope, time(scope))));
        }));
}
