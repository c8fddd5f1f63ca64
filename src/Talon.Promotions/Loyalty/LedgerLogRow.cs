namespace Talon.Promotions;

/// <summary>What was noted of one operation on points; claims and what is given back of them are such rows too.</summary>
/// <param name="Points">What it did.</param>
internal sealed record LedgerLogRow(PointsReceipt? Points);
