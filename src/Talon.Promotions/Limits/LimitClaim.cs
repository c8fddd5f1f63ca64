using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>A claim that an attempt asks for, holds, or has confirmed by its commit.</summary>
/// <param name="Partition">The limit's partition.</param>
/// <param name="Counter">The counter's row key.</param>
/// <param name="Key">The limit.</param>
/// <param name="Id">Unique per attempt and round.</param>
/// <param name="Amount">How much.</param>
/// <param name="Permanent">It stays when the session is cancelled or reopened, as coupon creations do.</param>
internal sealed record LimitClaim(string Partition, string Counter, LimitKey Key, string Id, decimal Amount, bool Permanent = false)
{
    /// <summary>Where it stands.</summary>
    public LimitPlace Place => new(Partition, Counter);
}
