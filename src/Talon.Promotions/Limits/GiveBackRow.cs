namespace Talon.Promotions;

/// <summary>Part of a claim that was given back.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Points">The points given back, and what the ledger notes.</param>
internal sealed record GiveBackRow(decimal Amount, PointsReceipt? Points = null);
