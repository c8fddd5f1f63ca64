namespace Talon.Promotions;

/// <summary>A claim that is asked for.</summary>
/// <param name="Claim">What to take.</param>
/// <param name="Ceiling">For a limit, the most that the counter may reach; null for no limit.</param>
/// <param name="Known">What it takes from as it was last read, if it was: saves a read while it still holds.</param>
internal readonly record struct ClaimRequest(Claim Claim, decimal? Ceiling = null, Stock? Known = null);
