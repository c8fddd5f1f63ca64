namespace Talon.Promotions;

/// <summary>Which attempts wrote a row lately. An update may be overtaken between its commit and its look at what became of it.</summary>
internal static class AttemptHistory
{
    /// <summary>More than can overtake an update before it looks.</summary>
    private const int Longest = 8;

    /// <summary>The attempts before the next one, the latest first.</summary>
    /// <param name="last">The attempt that wrote the row last; null when none did.</param>
    /// <param name="earlier">Those before it.</param>
    public static IReadOnlyList<string> After(string? last, IReadOnlyList<string> earlier) => last is null ? [] : [last, .. earlier.Take(Longest - 1)];
}
