namespace Talon.Promotions.Tests;

/// <summary>Ledgers, lots and entries in a few words.</summary>
internal static class Points
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static LedgerRow Empty { get; } = new() { Subledger = "" };

    public static Lot Lot(string id, decimal points, int? from = 0, int? until = null) => new()
    {
        Id = id,
        Points = points,
        Created = Start,
        From = from is { } start ? Day(start) : null,
        Until = until is { } end ? Day(end) : null,
    };

    public static LedgerEntry Entry(string transaction = "t", int day = 0) =>
        new() { Kind = LedgerEntryKind.Deduction, Transaction = transaction, Subledger = "", Points = 0, At = Day(day) };

    public static DateTimeOffset Day(int day) => Start.AddDays(day);

    /// <summary>A ledger at a day, to which these lots were added at the start.</summary>
    public static Ledger At(int day, params Lot[] lots) => On(Holding(lots), day);

    public static Ledger On(LedgerRow row, int day) => new(row, Day(day));

    public static LedgerRow Holding(params Lot[] lots)
    {
        var ledger = new Ledger(Empty, Start);
        foreach (var lot in lots)
            ledger.Add(lot, null);
        return ledger.Row;
    }

    public static IEnumerable<(string Id, decimal Points)> Ids(IEnumerable<Lot> lots) => lots.Select(lot => (lot.Id, lot.Points));
}
