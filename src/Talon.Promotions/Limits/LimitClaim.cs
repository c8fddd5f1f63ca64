using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>A claim on a limit.</summary>
/// <param name="Partition">The limit's partition.</param>
/// <param name="Stock">The counter's row key.</param>
/// <param name="Key">The limit.</param>
/// <param name="Id">Unique per attempt and round.</param>
/// <param name="Amount">How much.</param>
/// <param name="Permanent">No rollback gives it back with the rest, as with coupon creations.</param>
internal sealed record LimitClaim(string Partition, string Stock, LimitKey Key, string Id, decimal Amount, bool Permanent = false)
    : Claim(Partition, Stock, Id, Amount, Permanent)
{
    /// <inheritdoc/>
    public override async Task<Stock> ReadAsync(ITableStore store, IEnumerable<Claim> claims, CancellationToken cancellation) =>
        new CounterStock(this, await LimitLedger.ReadAsync(store, new LimitPlace(Partition, Stock), cancellation));
}
