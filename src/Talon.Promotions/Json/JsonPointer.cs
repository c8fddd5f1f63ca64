using System.Globalization;

namespace Talon.Promotions;

/// <summary>Builds JSON pointers (RFC 6901).</summary>
public static class JsonPointer
{
    /// <summary>The pointer to a member of an object.</summary>
    public static string Append(string pointer, string member) =>
        $"{pointer}/{member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>The pointer to an element of an array.</summary>
    public static string Append(string pointer, int index) => string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index}");
}
