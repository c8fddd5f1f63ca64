namespace Talon.Promotions;

/// <summary>The points of a ledger at one moment.</summary>
/// <param name="Active">Points that can be spent.</param>
/// <param name="Pending">Points that are to become active.</param>
/// <param name="Negative">Points owed; then none are active.</param>
/// <param name="Spent">All points ever spent, less those that came back.</param>
/// <param name="Expired">All points that ever expired.</param>
public readonly record struct LedgerBalance(decimal Active, decimal Pending, decimal Negative, decimal Spent, decimal Expired)
{
    /// <summary>What the ledger's entries add up to.</summary>
    public decimal Sum => Active + Pending - Negative;
}
