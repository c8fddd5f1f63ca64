using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Something that refused all or part of what an update wanted.</summary>
/// <param name="Book">The book that knows it.</param>
/// <param name="Key">What it is, as the book calls it.</param>
/// <param name="Partition">Its partition.</param>
/// <param name="Stock">The row key of what claims take from.</param>
/// <param name="Claimed">When something was last claimed, as far as was read; null for never.</param>
internal sealed record Shortage(IClaimBook Book, object Key, string Partition, string Stock, DateTimeOffset? Claimed)
{
    /// <summary>The claims of attempts that began between two moments, the second one excluded.</summary>
    public KeyRange ClaimsBetween(DateTimeOffset from, DateTimeOffset until) => LedgerRows.IsLedger(Stock)
        ? LedgerRows.LogBetween(from, until)
        : new(Claim.KeyOf(Stock, AttemptTime.Digits(from)), Claim.KeyOf(Stock, AttemptTime.Digits(until)));
}
