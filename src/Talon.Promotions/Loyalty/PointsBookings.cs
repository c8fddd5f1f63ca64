namespace Talon.Promotions;

/// <summary>What closing a session books on ledgers.</summary>
/// <param name="Grants">The points granted, by index of the effect.</param>
/// <param name="Operations">What is to be done, one operation per ledger owner.</param>
/// <param name="Left">Points that reopening left and that no effect grants any more.</param>
internal sealed record PointsBookings(IReadOnlyDictionary<int, PointsGrant> Grants, IReadOnlyList<PointsOperation> Operations, IReadOnlyList<PointsGrant> Left)
{
    /// <summary>Nothing.</summary>
    public static PointsBookings None { get; } = new(new Dictionary<int, PointsGrant>(), [], []);
}
