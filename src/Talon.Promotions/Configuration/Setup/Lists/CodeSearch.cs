namespace Talon.Promotions;

/// <summary>Finds codes of coupons and referrals by what somebody typed.</summary>
/// <remarks>Source: Management API 26.16, parameters value and code.</remarks>
internal static class CodeSearch
{
    /// <summary>Whether a text stands in a code; whatever the case, and only letters and digits count. A text that has none of them has to stand there as it is.</summary>
    public static bool Finds(string text, string code) => Fold(text) is { Length: > 0 } folded
        ? Fold(code).Contains(folded, StringComparison.OrdinalIgnoreCase)
        : code.Contains(text, StringComparison.Ordinal);

    private static string Fold(string code) => string.Concat(code.Where(char.IsLetterOrDigit));
}
