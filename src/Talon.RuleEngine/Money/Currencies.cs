namespace Talon.RuleEngine;

/// <summary>Minor units of currencies, after ISO 4217.</summary>
public static class Currencies
{
    private static readonly HashSet<string> NoDecimals = new(StringComparer.OrdinalIgnoreCase)
    {
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF",
    };

    private static readonly HashSet<string> ThreeDecimals = new(StringComparer.OrdinalIgnoreCase)
    {
        "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND",
    };

    private static readonly HashSet<string> FourDecimals = new(StringComparer.OrdinalIgnoreCase) { "CLF", "UYW" };

    /// <summary>Digits after the point of an amount in the currency: 2 unless the standard says otherwise, also for unknown codes.</summary>
    public static int MinorDigits(string code) =>
        NoDecimals.Contains(code) ? 0
        : ThreeDecimals.Contains(code) ? 3
        : FourDecimals.Contains(code) ? 4
        : 2;
}
