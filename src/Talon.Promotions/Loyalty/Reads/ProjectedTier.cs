namespace Talon.Promotions;

/// <summary>The tier that a customer will hold once the present one ends, if nothing happens until then.</summary>
/// <param name="ProjectedActivePoints">The active points then.</param>
/// <param name="StayInTierPoints">How many more would keep the present tier; null when it is kept anyway.</param>
/// <param name="ProjectedTierName">The tier then; null for none.</param>
public sealed record ProjectedTier(decimal ProjectedActivePoints, decimal? StayInTierPoints, string? ProjectedTierName);
