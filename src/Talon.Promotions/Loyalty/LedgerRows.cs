using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Row keys in the partition of the points of one customer or card in one programme.</summary>
/// <remarks>One reading gives the account and all its ledgers, another one the log, in the order of time.</remarks>
internal static class LedgerRows
{
    /// <summary>Whose points they are.</summary>
    public const string Account = "account";

    private const string LedgerPrefix = "ledger.";
    private const string LogPrefix = "log.";

    /// <summary>The account and its ledgers.</summary>
    public static KeyRange Balances { get; } = new(Account, KeyRange.Prefix(LedgerPrefix).Until);

    /// <summary>The ledger of a subledger.</summary>
    public static string Ledger(string subledger) => LedgerPrefix + (subledger.Length == 0 ? "main" : KeyText.Hash(subledger));

    /// <summary>Whether a row is a ledger.</summary>
    public static bool IsLedger(Row row) => row.Key.StartsWith(LedgerPrefix, StringComparison.Ordinal);

    /// <summary>What was noted of one operation.</summary>
    public static string Log(DateTimeOffset at, string operation) => $"{LogPrefix}{KeyText.Number(at.UtcTicks)}.{operation}";

    /// <summary>What was noted between two moments, the second one excluded; null for no bound.</summary>
    public static KeyRange LogBetween(DateTimeOffset? from, DateTimeOffset? until) => new(
        from is { } start ? LogPrefix + KeyText.Number(start.UtcTicks) : LogPrefix,
        until is { } end ? LogPrefix + KeyText.Number(end.UtcTicks) : KeyRange.Prefix(LogPrefix).Until);
}
