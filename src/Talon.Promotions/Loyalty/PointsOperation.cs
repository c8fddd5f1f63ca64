namespace Talon.Promotions;

/// <summary>What is to be done to the points of one customer or card, all of it or nothing.</summary>
internal sealed record PointsOperation
{
    /// <summary>Unique; the operation is done once.</summary>
    public required string Id { get; init; }

    /// <summary>When it happens.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The programme.</summary>
    public required long ProgramId { get; init; }

    /// <summary>Whose points they are.</summary>
    public required LedgerOwner Owner { get; init; }

    /// <summary>Points that come.</summary>
    public IReadOnlyList<PointsAddition> Additions { get; init; } = [];

    /// <summary>Points that go; refused when there are too few.</summary>
    public IReadOnlyList<PointsDeduction> Deductions { get; init; } = [];

    /// <summary>Points that expire at another time.</summary>
    public IReadOnlyList<ExpiryMove> ExpiryMoves { get; init; } = [];

    /// <summary>Points that become active; null for none.</summary>
    public PointsActivation? Activation { get; init; }

    /// <summary>Whether the customer joins the programme; refused for one who did before.</summary>
    public bool Joins { get; init; }

    /// <summary>Subledgers that are wiped before anything else is done; null in it for all of them.</summary>
    public IReadOnlyList<string?> Wipes { get; init; } = [];

    /// <summary>The line of an import that it books, which is booked once; null for none.</summary>
    public ImportedPoints? Import { get; init; }

    /// <summary>Whether nothing is done but to note what time alone did.</summary>
    public bool CatchesUp { get; init; }
}

/// <summary>Points that come.</summary>
/// <param name="Subledger">The subledger; "" for the main one.</param>
/// <param name="Lot">The points.</param>
/// <param name="Origin">What caused it.</param>
internal sealed record PointsAddition(string Subledger, Lot Lot, LedgerOrigin? Origin);

/// <summary>Points that go.</summary>
/// <param name="Points">How many.</param>
/// <param name="Entry">What the ledger notes.</param>
internal sealed record PointsDeduction(decimal Points, LedgerEntry Entry);

/// <summary>Points that expire at another time.</summary>
/// <param name="Subledger">The subledger; "" for the main one.</param>
/// <param name="Transaction">The transaction that granted them.</param>
/// <param name="Until">The first moment at which they no longer can be spent.</param>
internal sealed record ExpiryMove(string Subledger, string Transaction, DateTimeOffset Until);

/// <summary>Points that become active.</summary>
/// <param name="Transactions">The transactions that granted them; null for those of a session.</param>
/// <param name="Application">The Application of the session.</param>
/// <param name="Session">The session that earned them.</param>
internal sealed record PointsActivation(IReadOnlyList<string>? Transactions, long? Application = null, string? Session = null)
{
    /// <summary>Whether a lot is meant.</summary>
    public bool Means(Lot lot) => Transactions?.Contains(lot.Id) ?? (lot.Application == Application && lot.Session == Session);
}
