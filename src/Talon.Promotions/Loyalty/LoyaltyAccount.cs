using Talon.Storage;

namespace Talon.Promotions;

/// <summary>An account of points as it was read.</summary>
/// <param name="Partition">Its partition.</param>
/// <param name="Stored">The account; null when there is none yet.</param>
/// <param name="Ledgers">Its ledgers by subledger.</param>
/// <param name="Rows">The rows that were read, by key.</param>
/// <param name="Card">The card that the points belong to; null for a customer's, and where there is no such card.</param>
internal sealed record LoyaltyAccount(
    string Partition,
    LoyaltyAccountRow? Stored,
    IReadOnlyDictionary<string, LedgerRow> Ledgers,
    IReadOnlyDictionary<string, Row> Rows,
    LoyaltyCard? Card)
{
    /// <summary>Notes of attempts that are about to change the points of a card.</summary>
    public IReadOnlyList<HeldRow> Held { get; init; } = [];

    /// <summary>A ledger; an empty one when there is none yet.</summary>
    public LedgerRow Ledger(string subledger) => Ledgers.GetValueOrDefault(subledger) ?? new LedgerRow { Subledger = subledger };

    /// <summary>When its owner joined a programme: as it is noted, or by points that became active since; null while they have not.</summary>
    public DateTimeOffset? Joined(LoyaltyProgram? program, DateTimeOffset now) =>
        Stored?.Joined ?? (program?.ProgramJoinPolicy == ProgramJoinPolicy.PointsActivated ? Ledgers.Values.Select(ledger => ledger.FirstActive(now)).Min() : null);

    /// <summary>The account with some ledgers as they are to be.</summary>
    public LoyaltyAccount With(IEnumerable<LedgerRow> ledgers)
    {
        var after = new Dictionary<string, LedgerRow>(Ledgers);
        foreach (var ledger in ledgers)
            after[ledger.Subledger] = ledger;
        return this with { Ledgers = after };
    }

    /// <summary>The changes that write a ledger over what was read, that of the ledger itself first.</summary>
    public IReadOnlyList<Change> Write(LedgerRow ledger) => LedgerStore.Write(ledger, Rows.GetValueOrDefault(LedgerRows.Ledger(ledger.Subledger))?.ETag);

    /// <summary>The change that writes the account over what was read.</summary>
    public Change Write(LoyaltyAccountRow account) => Write(LedgerRows.Account, RowCodec.Encode(account, RowJson.Default.LoyaltyAccountRow));

    /// <summary>The change that writes the card over what was read.</summary>
    public Change Write(LoyaltyCard card) => Write(LedgerRows.Card, RowCodec.Encode(card, RowJson.Default.LoyaltyCard));

    private Change Write(string key, byte[] body) => Rows.TryGetValue(key, out var row) ? Change.Replace(key, body, row.ETag) : Change.Insert(key, body);
}
