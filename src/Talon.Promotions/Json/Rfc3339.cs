using System.Globalization;
using System.Text.Json;

namespace Talon.Promotions;

/// <summary>Points in time as the API writes them: RFC 3339, with a time zone.</summary>
public static class Rfc3339
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads a date-time with zone; digits beyond 100 ns are cut.</summary>
    public static bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length is < 20 or > 50 || !HasZone(text))
            return false;
        var upper = text.ToUpperInvariant();
        var dot = upper.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
        {
            var end = dot + 1;
            while (end < upper.Length && char.IsAsciiDigit(upper[end]))
                end++;
            if (end == dot + 1)
                return false;
            if (end - dot - 1 > 7)
                upper = upper.Remove(dot + 8, end - dot - 8);
        }

        return DateTimeOffset.TryParseExact(upper, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    /// <summary>Reads a JSON string that is a date-time with zone; false for anything else.</summary>
    public static bool TryParse(JsonElement json, out DateTimeOffset value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.String && TryParse(json.GetString()!, out value);
    }

    /// <summary>Reads a date-time with zone, or a date, which means its first moment in UTC.</summary>
    public static bool TryParseOrDate(string text, out DateTimeOffset value) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value)
        || TryParse(text, out value);

    /// <summary>Writes a point in time; UTC as <c>Z</c>, the fraction as long as it needs to be.</summary>
    public static string Format(DateTimeOffset value) => value.Offset == TimeSpan.Zero
        ? value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)
        : value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    private static bool HasZone(string text) =>
        text[^1] is 'Z' or 'z' || (text[^6] is '+' or '-' && text[^3] == ':' && char.IsAsciiDigit(text[^1]));
}
