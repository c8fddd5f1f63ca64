namespace Talon.Promotions;

/// <summary>Points of one effect that are to be taken back.</summary>
/// <param name="Shares">The transactions that granted them.</param>
/// <param name="Points">How many points.</param>
/// <param name="Entry">What the ledger notes, but for the transaction.</param>
internal sealed record PointsRollback(IReadOnlyList<PointsShare> Shares, decimal Points, LedgerEntry Entry);
