namespace Talon.Promotions;

/// <summary>A tier of a loyalty programme.</summary>
/// <param name="Id">Unique in the account.</param>
/// <param name="Name">Unique in the programme.</param>
/// <param name="MinPoints">The active points from which it is held.</param>
public sealed record LoyaltyTier(long Id, string Name, decimal MinPoints)
{
    /// <summary>When it came into being; null for as long as its programme.</summary>
    public DateTimeOffset? Created { get; init; }
}
