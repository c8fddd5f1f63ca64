using System.Globalization;
using Azure;

namespace Talon.Storage.Azure;

/// <summary>ETags as the service accepts them.</summary>
internal static class EntityETag
{
    private const string Prefix = "W/\"datetime'";
    private const string Suffix = "'\"";

    /// <summary>Well-formed, and older than any entity.</summary>
    private static readonly ETag Never = new("W/\"datetime'2000-01-01T00%3A00%3A00.0000000Z'\"");

    /// <summary>The condition for a write. The service rejects malformed ETags as invalid; here they are conflicts like any that no row has.</summary>
    public static ETag Condition(string etag) => IsWellFormed(etag) ? new ETag(etag) : Never;

    private static bool IsWellFormed(string etag)
    {
        if (!etag.StartsWith(Prefix, StringComparison.Ordinal) || !etag.EndsWith(Suffix, StringComparison.Ordinal) || etag.Length < Prefix.Length + Suffix.Length)
            return false;
        var time = Uri.UnescapeDataString(etag[Prefix.Length..^Suffix.Length]);
        return time.EndsWith('Z') && time.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _);
    }
}
