namespace Talon.Promotions;

/// <summary>Which balances are asked for.</summary>
/// <param name="At">As of which moment, past or to come; null for now.</param>
/// <param name="Subledgers">Only these, "" being the main one; null for all.</param>
/// <param name="Tiers">Whether to tell the tier.</param>
/// <param name="ProjectedTier">Whether to tell the tier to be expected.</param>
public sealed record BalanceQuery(DateTimeOffset? At = null, IReadOnlyList<string>? Subledgers = null, bool Tiers = false, bool ProjectedTier = false);
