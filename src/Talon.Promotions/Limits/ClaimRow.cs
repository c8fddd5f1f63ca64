namespace Talon.Promotions;

/// <summary>What one attempt took.</summary>
/// <param name="Owner">The partition of the attempt.</param>
/// <param name="Attempt">The attempt's id.</param>
/// <param name="Amount">How much was taken; 0 when the claim was released before it was made.</param>
/// <param name="GivenBack">How much of it was given back; never more than the amount.</param>
/// <param name="Released">The attempt was abandoned: this row keeps a late claim from being made.</param>
/// <param name="Points">The points taken, and what the ledger notes.</param>
/// <param name="Code">The giveaway taken.</param>
internal sealed record ClaimRow(
    string Owner,
    string Attempt,
    decimal Amount,
    decimal GivenBack = 0,
    bool Released = false,
    PointsReceipt? Points = null,
    GiveawayCode? Code = null);
