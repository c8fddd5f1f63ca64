using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Points as rules see them. A ledger that is not known reads as empty, and is reported as missing.</summary>
internal static class Points
{
    /// <summary>A number of points to give or to take that is below zero.</summary>
    public static readonly Fault Negative = Fault.Refused(new("NegativeAmount", "points", "negative", "zero or more"));

    private static readonly LedgerFacts Unknown = new();

    /// <summary>A balance by its kind; the tentative one has what this evaluation added and took so far.</summary>
    public static decimal Balance(Scope scope, LedgerKey key, string kind)
    {
        var ledger = scope.Known.Ledger(key) ?? Unknown;
        return kind switch
        {
            "pending" => ledger.Pending,
            "negative" => ledger.Negative,
            "tentativeCurrent" => ledger.Current + scope.Known.Points[key],
            _ => ledger.Current,
        };
    }

    public static string Tier(Scope scope, LedgerKey key) => (scope.Known.Ledger(key) ?? Unknown).Tier ?? "";
}
