namespace Talon.Promotions;

/// <summary>Something that an evaluation wants to be claimed.</summary>
/// <param name="Book">The book that knows it.</param>
/// <param name="Key">What it is; wants with the same key add up.</param>
/// <param name="Amount">How much.</param>
/// <param name="Ceiling">For a limit, the most that the counter may reach; null for no limit.</param>
/// <param name="Instant">Whether it takes effect now, and not only when the session closes.</param>
internal sealed record Want(IClaimBook Book, object Key, decimal Amount, decimal? Ceiling = null, bool Instant = false);
