namespace Talon.Promotions;

/// <summary>One line of a ledger: what happened to points. Never changed once its cause is final.</summary>
internal sealed record LedgerEntry
{
    /// <summary>What happened.</summary>
    public required LedgerEntryKind Kind { get; init; }

    /// <summary>The transaction that it belongs to: the one that granted, spent, or is undone.</summary>
    public required string Transaction { get; init; }

    /// <summary>The subledger; "" for the main one.</summary>
    public required string Subledger { get; init; }

    /// <summary>What is added to the balance, below zero when it is taken.</summary>
    public required decimal Points { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Server-assigned id; 0 for entries that callers do not see.</summary>
    public long Id { get; init; }

    /// <summary>The reason that was given.</summary>
    public string Name { get; init; } = "";

    /// <summary>For points that came, the first moment at which they can be spent; null while they wait to be activated.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>For points that came, the first moment at which they no longer can be spent; null for never.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>For points that wait to be activated, how long they last then.</summary>
    public string? Validity { get; init; }

    /// <summary>What caused it; null when nobody did.</summary>
    public LedgerOrigin? Origin { get; init; }

    /// <summary>The points that expired or became active.</summary>
    public Lot? Lot { get; init; }

    /// <summary>Whether points are owed because of it.</summary>
    public bool CreatesNegative { get; init; }
}
