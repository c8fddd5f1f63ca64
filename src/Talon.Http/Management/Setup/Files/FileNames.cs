using System.Globalization;
using System.Text;

namespace Talon.Http;

/// <summary>Names things after what they are called, in a way that every file system takes and tells apart.</summary>
internal static class FileNames
{
    private const int MostCharacters = 80;
    private const int MostBytes = 200;

    // Names that Windows keeps for devices, with any extension.
    private static readonly HashSet<string> Devices =
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"com{number}", $"lpt{number}" })];

    /// <summary>A name as a file name without extension: its letters and digits in lower case, hyphens for the rest.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder();
        var (characters, bytes) = (0, 0);
        foreach (var rune in name.EnumerateRunes())
        {
            if (IsAccent(rune))
                continue;
            var own = Rune.IsLetterOrDigit(rune) || (text.Length > 0 && text[^1] != '-' && IsMark(rune)) ? Rune.ToLowerInvariant(rune) : new Rune('-');
            if (own.Value == '-' && (text.Length == 0 || text[^1] == '-'))
                continue;
            if (++characters > MostCharacters || (bytes += own.Utf8SequenceLength) > MostBytes)
                break;
            text.Append(own.ToString());
        }

        var slug = text.ToString().Trim('-');
        return slug.Length == 0 ? "unnamed" : Devices.Contains(slug) ? slug + "_" : slug;
    }

    /// <summary>The path with an extension, and with a number where another file has that name, be it in other letters of the same kind.</summary>
    public static string Free(IEnumerable<string> taken, string path, string extension)
    {
        var names = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var number = 1; ; number++)
        {
            var candidate = number == 1 ? path + extension : string.Create(CultureInfo.InvariantCulture, $"{path}-{number}{extension}");
            if (!names.Contains(candidate))
                return candidate;
        }
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // An accent that stands behind its letter is left out: some file systems take it and the letter for the one letter that looks so.
    private static bool IsAccent(Rune rune) => rune.Value is >= 0x300 and <= 0x36F;
}
