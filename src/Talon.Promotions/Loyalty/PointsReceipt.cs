namespace Talon.Promotions;

/// <summary>What an operation did to points.</summary>
internal sealed record PointsReceipt
{
    /// <summary>The points that were spent.</summary>
    public IReadOnlyList<Lot> Spent { get; init; } = [];

    /// <summary>The points that were taken back.</summary>
    public IReadOnlyList<TakenBack> TakenBack { get; init; } = [];

    /// <summary>The ledger's entries, the clock's doing included.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; init; } = [];
}
