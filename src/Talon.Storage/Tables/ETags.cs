using System.Globalization;

namespace Talon.Storage;

/// <summary>ETags made from the numbers of a store's own sequence, of which none is used twice.</summary>
internal static class ETags
{
    public static string Format(long version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of an ETag; -1, which no row has, for any text that is none.</summary>
    public static long Parse(string etag) =>
        etag is [>= '1' and <= '9', ..] && long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
}
