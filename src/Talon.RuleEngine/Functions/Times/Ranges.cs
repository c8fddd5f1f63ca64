using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Ranges of times, and days that come back every year.</summary>
internal static class Ranges
{
    public static readonly Function Within = new(
        "within", FunctionGroup.Time,
        "Whether a time lies in a range. The start counts and the end does not, unless the options say otherwise; timezoneInsensitive compares what clocks show, whatever their zone.",
        """["within", ["now"], "2026-11-27T00:00:00Z", "2026-12-01T00:00:00Z", {"endInclusive": true}]""",
        new Overload("(time: time, from: time, to: time, {startInclusive: boolean, endInclusive: boolean, timezoneInsensitive: boolean}) -> boolean", call =>
        {
            var (time, from, to) = (call.Time(0), call.Time(1), call.Time(2));
            var start = call.Switch("startInclusive") ?? true;
            var end = call.Switch("endInclusive") ?? false;
            Func<DateTimeOffset, DateTimeOffset, int> compare = call.Switch("timezoneInsensitive") is true
                ? static (a, b) => a.DateTime.CompareTo(b.DateTime)
                : static (a, b) => a.CompareTo(b);
            return Expression.Flag(scope =>
            {
                var moment = time(scope);
                var (afterStart, beforeEnd) = (compare(moment, from(scope)), compare(to(scope), moment));
                return (start ? afterStart >= 0 : afterStart > 0) && (end ? beforeEnd >= 0 : beforeEnd > 0);
            });
        }))
    {
        Failure = "from {1} to {2}",
        Explain = (condition, scope) => new(
            "TimeMismatch", Explainer.Name(condition.Arguments[0]), Explainer.Show(condition.Arguments[0], scope),
            $"from {Explainer.Show(condition.Arguments[1], scope)} to {Explainer.Show(condition.Arguments[2], scope)}"),
    };

    public static readonly Function Anniversary = new(
        "anniversary", FunctionGroup.Time,
        "Whether today is the day and month of a time, in the Application's time zone.",
        """["anniversary", [".", "Profile", "BirthDate"]]""",
        new Overload("(time: time) -> boolean", call =>
        {
            var time = call.Time(0);
            return Expression.Flag(scope =>
            {
                var (day, today) = (time(scope), Calendar.Local(scope, scope.Facts.Now));
                return day.Month == today.Month && day.Day == today.Day;
            });
        }))
    {
        Failure = "a time on today's day and month",
    };
}
