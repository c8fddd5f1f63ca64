using System.Text.Json;

namespace Talon.Promotions;

/// <summary>Reads points in time as the API writes them: RFC 3339, with a time zone.</summary>
public static class Rfc3339
{
    /// <summary>Reads a JSON string; false when it is not a date and a time with a zone.</summary>
    public static bool TryParse(JsonElement json, out DateTimeOffset time)
    {
        time = default;
        return json.ValueKind == JsonValueKind.String && HasTimeAndZone(json.GetString()!) && json.TryGetDateTimeOffset(out time);
    }

    private static bool HasTimeAndZone(string text) =>
        text.Length >= "0000-00-00T00:00:00Z".Length && text[10] == 'T' && text[16] == ':'
        && (text[^1] == 'Z' || (text[^3] == ':' && text[^6] is '+' or '-'));
}
