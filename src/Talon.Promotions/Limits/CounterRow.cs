namespace Talon.Promotions;

/// <summary>How much of a limit is taken: the sum of its claims less what they gave back.</summary>
/// <param name="Used">The sum.</param>
/// <param name="Limit">The limit in words, for people who read the store.</param>
/// <param name="Customer">The customer that it counts; null when it counts by more or by nobody.</param>
internal sealed record CounterRow(decimal Used, string Limit, string? Customer = null);

/// <summary>A counter as it was read.</summary>
/// <param name="Used">The sum; 0 when there is no row yet.</param>
/// <param name="ETag">The row's ETag; null when there is no row yet.</param>
internal readonly record struct CounterState(decimal Used, string? ETag)
{
    /// <summary>A counter that nothing was taken from.</summary>
    public static CounterState Untouched => new(0, null);
}
