namespace Talon.Promotions;

/// <summary>Points of one grant that are to be taken back.</summary>
/// <param name="Granted">The grant as it was made.</param>
/// <param name="Points">How many of them.</param>
/// <param name="Entry">What the ledger notes.</param>
internal sealed record PointsRollback(Lot Granted, decimal Points, LedgerEntry Entry);
