namespace Talon.Promotions;

/// <summary>A tier that somebody holds.</summary>
/// <param name="TierId">The tier.</param>
/// <param name="Since">From when.</param>
/// <param name="Until">First moment at which it is no longer sure; null for never.</param>
internal sealed record HeldTier(long TierId, DateTimeOffset Since, DateTimeOffset? Until);
