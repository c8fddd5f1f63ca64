using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Points in time, and how far they are apart.</summary>
internal static class Clock
{
    private static readonly Fault OutOfRange = Fault.Error("TimeOutOfRange", "A time lies outside the years 1 to 9999.");

    public static readonly Function Now = new(
        "now", FunctionGroup.Time,
        "The time of the update.",
        """["now"]""",
        new Overload("() -> time", _ => Expression.Moment(scope => scope.Facts.Now)));

    public static readonly Function After = new(
        "after", FunctionGroup.Time,
        "Whether the first time is later than the second.",
        """["after", ["now"], "2026-11-27T00:00:00Z"]""",
        new Overload("(time: time, other: time) -> boolean", call => Compare(call, static (a, b) => a > b)))
    {
        Failure = "after {1}",
        Explain = (condition, scope) => Explain(condition, scope, "after"),
    };

    public static readonly Function Before = new(
        "before", FunctionGroup.Time,
        "Whether the first time is earlier than the second.",
        """["before", [".", "Profile", "Created"], "2026-01-01T00:00:00Z"]""",
        new Overload("(time: time, other: time) -> boolean", call => Compare(call, static (a, b) => a < b)))
    {
        Failure = "before {1}",
        Explain = (condition, scope) => Explain(condition, scope, "before"),
    };

    public static readonly Function BetweenTimes = new(
        "betweenTimes", FunctionGroup.Time,
        "Whether a time lies between two others, which themselves do not count.",
        """["betweenTimes", ["now"], "2026-11-27T00:00:00Z", "2026-11-30T00:00:00Z"]""",
        new Overload("(time: time, from: time, to: time) -> boolean", call =>
        {
            var (time, from, to) = (call.Time(0), call.Time(1), call.Time(2));
            return Expression.Flag(scope =>
            {
                var moment = time(scope);
                return moment > from(scope) && moment < to(scope);
            });
        }))
    {
        Failure = "after {1} and before {2}",
    };

    public static readonly Function Days = new(
        "days", FunctionGroup.Time,
        "Days from now to the time, with fractions; negative for a time that is over.",
        """["days", [".", "Coupon", "ExpiryDate"]]""",
        new Overload("(time: time) -> number", call =>
        {
            var time = call.Time(0);
            return Expression.Number(scope => InDays(time(scope) - scope.Facts.Now));
        }));

    public static readonly Function DaysBetween = new(
        "daysBetween", FunctionGroup.Time,
        "Days from the first time to the second, with fractions.",
        """["daysBetween", [".", "Profile", "Created"], ["now"]]""",
        new Overload("(from: time, to: time) -> number", call =>
        {
            var (from, to) = (call.Time(0), call.Time(1));
            return Expression.Number(scope => InDays(to(scope) - from(scope)));
        }));

    public static readonly Function AddDuration = Shift("addDuration", "later", 1);

    public static readonly Function SubDuration = Shift("subDuration", "earlier", -1);

    /// <summary>A time moved; leaves a fault when it leaves the calendar.</summary>
    public static DateTimeOffset Move(Scope scope, DateTimeOffset time, decimal amount, string unit)
    {
        var ticks = unit switch
        {
            "minutes" => TimeSpan.TicksPerMinute,
            "hours" => TimeSpan.TicksPerHour,
            _ => TimeSpan.TicksPerDay,
        };
        try
        {
            return time.AddTicks((long)(amount * ticks));
        }
        catch (Exception problem) when (problem is OverflowException or ArgumentOutOfRangeException)
        {
            scope.Step(1000);
            return scope.Fail(OutOfRange, time);
        }
    }

    private static Function Shift(string name, string direction, int sign) => new(
        name, FunctionGroup.Time,
        $"The time that is so many minutes, hours or days {direction}.",
        $"""["{name}", [".", "Profile", "Created"], 30, "days"]""",
        new Overload("(time: time, amount: number, unit: 'minutes' | 'hours' | 'days') -> time", call =>
        {
            var (time, amount, unit) = (call.Time(0), call.Number(1), call.Word(2));
            return Expression.Moment(scope => Move(scope, time(scope), sign * amount(scope), unit));
        }));

    private static decimal InDays(TimeSpan span) => span.Ticks / (decimal)TimeSpan.TicksPerDay;

    private static Expression<bool> Compare(Call call, Func<DateTimeOffset, DateTimeOffset, bool> holds)
    {
        var (time, other) = (call.Time(0), call.Time(1));
        return Expression.Flag(scope => holds(time(scope), other(scope)));
    }

    private static Explanation Explain(Expression condition, Scope scope, string words) => new(
        "TimeMismatch", Explainer.Name(condition.Arguments[0]), Explainer.Show(condition.Arguments[0], scope), $"{words} {Explainer.Show(condition.Arguments[1], scope)}");
}
