using System.Globalization;

namespace Talon.Promotions;

/// <summary>The time with which the ids of attempts begin, so that their claims on one thing stand in the order of time.</summary>
/// <remarks>Milliseconds since 1970 in hexadecimal digits, as at the beginning of a UUID of version 7.</remarks>
internal static class AttemptTime
{
    /// <summary>How many digits it takes.</summary>
    public const int Length = 12;

    /// <summary>The digits of a time.</summary>
    public static string Digits(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString($"x{Length}", CultureInfo.InvariantCulture);

    /// <summary>The time that an id begins with; null for none.</summary>
    public static DateTimeOffset? Of(string id) =>
        id.Length >= Length && long.TryParse(id.AsSpan(0, Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
