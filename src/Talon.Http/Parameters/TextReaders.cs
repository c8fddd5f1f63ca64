using System.Globalization;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Reads parameter values out of text.</summary>
internal static class TextReaders
{
    private static readonly (string, string) NotBoolean = ("Invalid type", "is not a boolean");
    private static readonly (string, string) NotInteger = ("Invalid type", "is not an integer");
    private static readonly (string, string) NotTime = ("format", "is not an RFC 3339 date-time or a date");

    public static bool Boolean(string text, out (string Title, string Details)? problem)
    {
        var isTrue = text.Equals("true", StringComparison.OrdinalIgnoreCase);
        problem = isTrue || text.Equals("false", StringComparison.OrdinalIgnoreCase) ? null : NotBoolean;
        return isTrue;
    }

    public static long Integer(string text, IntegerSchema schema, out (string Title, string Details)? problem)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            problem = NotInteger;
        else if (schema.Violation(number) is { } violation)
            problem = (violation.Title, "is " + violation.Details);
        else
            problem = null;
        return number;
    }

    public static string Text(string text, StringSchema schema, out (string Title, string Details)? problem)
    {
        problem = schema.Violation(text);
        return text;
    }

    // A plus sign that was not encoded arrives as a space.
    public static DateTimeOffset? Time(string text, out (string Title, string Details)? problem)
    {
        problem = Rfc3339.TryParseOrDate(text.Replace(' ', '+'), out var time) ? null : NotTime;
        return time;
    }
}
