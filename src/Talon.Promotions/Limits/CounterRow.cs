namespace Talon.Promotions;

/// <summary>How much of a limit is taken: the sum of its claims less what they gave back.</summary>
/// <param name="Used">The sum.</param>
/// <param name="Limit">The limit in words, for people who read the store.</param>
/// <param name="Customer">The customer that it counts; null when it counts by more or by nobody.</param>
/// <param name="Claimed">When the last attempt began that claimed; null when none did whose id tells.</param>
internal sealed record CounterRow(decimal Used, string Limit, string? Customer = null, DateTimeOffset? Claimed = null);

/// <summary>A counter as it was read.</summary>
/// <param name="Used">The sum; 0 when there is no row yet.</param>
/// <param name="ETag">The row's ETag; null when there is no row yet.</param>
/// <param name="Claimed">When the last attempt began that claimed; null for never.</param>
internal readonly record struct CounterState(decimal Used, string? ETag, DateTimeOffset? Claimed = null)
{
    /// <summary>A counter that nothing was taken from.</summary>
    public static CounterState Untouched => new(0, null);
}
