using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What an update does to points and has not done yet when it tells the balances.</summary>
/// <param name="Booked">What is booked once it is committed.</param>
/// <param name="Returned">What is given back once it is committed.</param>
/// <param name="Tentative">Effects that nothing is booked of yet.</param>
internal sealed record LoyaltyDoings(IReadOnlyList<PointsOperation> Booked, IReadOnlyList<ClaimReturn> Returned, IReadOnlyList<Effect> Tentative)
{
    /// <summary>Nothing.</summary>
    public static LoyaltyDoings None { get; } = new([], [], []);

    /// <summary>The cards that a request without a session names.</summary>
    public IReadOnlyList<string> Cards { get; init; } = [];

    /// <summary>Nothing but effects.</summary>
    public static LoyaltyDoings Announced(IReadOnlyList<Effect> effects) => new([], [], effects);
}
