namespace Talon.Promotions;

/// <summary>What a caller says of a tier.</summary>
/// <param name="Name">Unique in the programme.</param>
/// <param name="MinPoints">The active points from which it is held.</param>
public sealed record LoyaltyTierInput(string Name, decimal MinPoints);
