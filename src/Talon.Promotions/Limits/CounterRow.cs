namespace Talon.Promotions;

/// <summary>How much of a limit is taken: the sum of its claims less what they gave back. For a limit that is split, what is allotted to its stripes counts as taken.</summary>
/// <param name="Used">The sum. For a stripe, what was taken from its allotment.</param>
/// <param name="Limit">The limit in words, for people who read the store.</param>
/// <param name="Customer">The customer that it counts; null when it counts by more or by nobody.</param>
/// <param name="Claimed">When the last attempt began that claimed; null when none did whose id tells.</param>
/// <param name="Stripes">How many stripes the limit is split into; null for none.</param>
/// <param name="Allotted">For a stripe, how much was allotted to it; otherwise null.</param>
/// <param name="Ceiling">For a stripe, the highest ceiling under which something was allotted; null for no limit.</param>
internal sealed record CounterRow(
    decimal Used,
    string Limit,
    string? Customer = null,
    DateTimeOffset? Claimed = null,
    int? Stripes = null,
    decimal? Allotted = null,
    decimal? Ceiling = null);
