namespace Talon.Promotions;

/// <summary>Points of a grant that were taken back.</summary>
/// <param name="Granted">The grant as it was made.</param>
/// <param name="Lots">The points that were taken, of this grant or others.</param>
/// <param name="Owed">The points that are owed instead.</param>
internal sealed record TakenBack(Lot Granted, IReadOnlyList<Lot> Lots, decimal Owed)
{
    /// <summary>How many points in all.</summary>
    public decimal Points => Lots.Sum(lot => lot.Points) + Owed;
}
