using System.Globalization;
using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Times from texts and texts from times.</summary>
internal static class TimeText
{
    private static readonly Fault NotATime = Fault.Error("NotATime", "A text is not a time.");

    public static readonly Function ParseTime = new(
        "parseTime", FunctionGroup.Time,
        "The time that a text says: RFC 3339, or a layout such as yyyy-MM-dd HH:mm. Without an offset it is in the Application's time zone.",
        """["parseTime", "24.12.2026", "dd.MM.yyyy"]""",
        new Overload("(text: string, layout?: literal) -> time", call =>
        {
            var text = call.Text(0);
            var layout = call.Has(1) ? Layout.ToFormat(call.Word(1)) : null;
            return Expression.Moment(scope => Parse(text(scope), layout, scope.Settings.TimeZone) ?? scope.Fail(NotATime, default(DateTimeOffset)));
        }));

    public static readonly Function FormatTime = new(
        "formatTime", FunctionGroup.Time,
        "The time as text: RFC 3339, or by a layout in the Application's time zone.",
        """["formatTime", ["now"], "dd.MM.yyyy"]""",
        new Overload("(time: time, layout?: literal) -> string", call =>
        {
            var time = call.Time(0);
            if (!call.Has(1))
                return Expression.Text(scope => ValueText.Of(time(scope)));
            var layout = Layout.ToFormat(call.Word(1));
            return Expression.Text(scope => Format(scope, time(scope), layout));
        }));

    public static readonly Function MatchTime = new(
        "matchTime", FunctionGroup.Time,
        "Whether two times read the same by a layout, such as the same day by yyyy-MM-dd.",
        """["matchTime", ["now"], [".", "Profile", "BirthDate"], "MM-dd"]""",
        new Overload("(time: time, other: time, layout: literal) -> boolean", call =>
        {
            var (time, other, layout) = (call.Time(0), call.Time(1), Layout.ToFormat(call.Word(2)));
            return Expression.Flag(scope => Format(scope, time(scope), layout) == Format(scope, other(scope), layout));
        }))
    {
        Failure = "the same as {1} by the layout {2}",
        Explain = (condition, scope) => new(
            "TimeMismatch", Explainer.Name(condition.Arguments[0]), Explainer.Show(condition.Arguments[0], scope),
            $"the same as {Explainer.Show(condition.Arguments[1], scope)} by {Explainer.Show(condition.Arguments[2], scope)}"),
    };

    private static string Format(Scope scope, DateTimeOffset time, string layout) =>
        Calendar.Local(scope, time).ToString(layout, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Parse(string text, string? layout, TimeZoneInfo zone)
    {
        const DateTimeStyles Styles = DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.RoundtripKind;
        var ok = layout is null
            ? DateTime.TryParse(text, CultureInfo.InvariantCulture, Styles, out var time)
            : DateTime.TryParseExact(text, layout, CultureInfo.InvariantCulture, Styles | DateTimeStyles.NoCurrentDateDefault, out time);
        if (!ok)
            return null;
        if (time.Kind == DateTimeKind.Unspecified)
            return time.Ticks > TimeSpan.TicksPerDay && DateTime.MaxValue.Ticks - time.Ticks > TimeSpan.TicksPerDay
                ? new DateTimeOffset(time, zone.GetUtcOffset(time))
                : new DateTimeOffset(time, TimeSpan.Zero);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact) ? exact : new DateTimeOffset(time.ToUniversalTime());
    }
}
