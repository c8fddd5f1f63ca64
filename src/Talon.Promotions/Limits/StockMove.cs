namespace Talon.Promotions;

/// <summary>What taking from a stock, or putting back, led to.</summary>
/// <param name="After">The stock from then on.</param>
/// <param name="Amount">How much was moved.</param>
/// <param name="Made">For putting back, the claim's row from then on; null to keep it but for the amounts.</param>
/// <param name="Points">The points that moved, and what the ledger notes.</param>
/// <param name="Code">The giveaway that was taken.</param>
internal sealed record StockMove(Stock After, decimal Amount, ClaimRow? Made = null, PointsReceipt? Points = null, GiveawayCode? Code = null);
