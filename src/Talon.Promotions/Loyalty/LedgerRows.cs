using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Row keys in the partition of the points of one customer or card in one programme.</summary>
/// <remarks>One reading gives the account and all its ledgers, another one the log, the latest first.</remarks>
internal static class LedgerRows
{
    /// <summary>Whose points they are.</summary>
    public const string Account = "account";

    /// <summary>The card that the points belong to, in a card-based programme.</summary>
    public const string Card = "card";

    private const string LedgerPrefix = "ledger.";
    private const string LogPrefix = "log.";
    private const string ImportedPrefix = "once.";

    /// <summary>The account, its card and its ledgers, and the notes of attempts that are about to change them.</summary>
    public static KeyRange Balances { get; } = new(OwnerRows.HeldPrefix, KeyRange.Prefix(LedgerPrefix).Until);

    /// <summary>The ledger of a subledger.</summary>
    public static string Ledger(string subledger) => LedgerPrefix + (subledger.Length == 0 ? "main" : KeyText.Hash(subledger));

    /// <summary>A page of lots of a ledger.</summary>
    public static string Page(string subledger, long number) => $"{Ledger(subledger)}.{KeyText.Number(number)}";

    /// <summary>A ledger and its pages.</summary>
    public static KeyRange LedgerAndPages(string subledger) => new(Ledger(subledger), KeyRange.Prefix(Ledger(subledger) + ".").Until);

    /// <summary>Whether a row is a ledger, not one of its pages.</summary>
    public static bool IsLedger(Row row) => IsLedger(row.Key);

    /// <summary>Whether a row key is that of a ledger, not of one of its pages.</summary>
    public static bool IsLedger(string key) => key.StartsWith(LedgerPrefix, StringComparison.Ordinal) && key.IndexOf('.', LedgerPrefix.Length) < 0;

    /// <summary>What was noted of one operation.</summary>
    public static string Log(DateTimeOffset at, string operation) => $"{LogPrefix}{Backwards(at)}.{operation}";

    /// <summary>What was booked for a line of an import.</summary>
    public static string Imported(string transaction) => ImportedPrefix + KeyText.Hash(transaction);

    /// <summary>What was noted between two moments, the second one excluded; null for no bound. The latest stands first.</summary>
    public static KeyRange LogBetween(DateTimeOffset? from, DateTimeOffset? until) => new(
        until is { } end ? LogPrefix + Backwards(end.AddTicks(-1)) : LogPrefix,
        from is { } start ? LogPrefix + Backwards(start.AddTicks(-1)) : KeyRange.Prefix(LogPrefix).Until);

    private static string Backwards(DateTimeOffset at) => KeyText.Number(long.MaxValue - at.UtcTicks);
}
