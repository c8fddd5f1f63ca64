namespace Talon.Promotions;

/// <summary>Names an attempt.</summary>
/// <param name="Owner">The partition of the session or profile.</param>
/// <param name="Id">Never comes twice: the digits of a time, and random ones.</param>
internal sealed record AttemptReference(string Owner, string Id)
{
    /// <summary>Names a new attempt.</summary>
    /// <param name="owner">Its partition.</param>
    /// <param name="now">When it begins, or somewhat earlier.</param>
    /// <param name="random">Makes it unique.</param>
    public static AttemptReference New(string owner, DateTimeOffset now, IRandomSource random) =>
        new(owner, AttemptTime.Digits(now) + random.UniqueId()[AttemptTime.Length..]);
}
