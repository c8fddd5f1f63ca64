using System.Globalization;

namespace Talon.Promotions;

/// <summary>Notes what time alone did to points: those that became active or expired, tiers that ended, customers who joined by it.</summary>
/// <remarks>
/// Reading a balance counts time in anyway; this makes it stand in the ledger, when nobody reads it too. A host calls it every
/// minute or so, on any number of instances.
/// </remarks>
public sealed class LoyaltySweep
{
    private const int SideBySide = 8;

    private readonly DueIndex _due;
    private readonly PointsBooking _booking;
    private readonly TimeProvider _clock;

    internal LoyaltySweep(DueIndex due, PointsBooking booking, TimeProvider clock) => (_due, _booking, _clock) = (due, booking, clock);

    /// <summary>Works off all that is due.</summary>
    /// <returns>How many accounts were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var now = _clock.GetUtcNow();
        var counts = await Task.WhenAll(Enumerable.Range(0, DueIndex.Shards).Select(shard => RunAsync(shard, now, cancellation)));
        return counts.Sum();
    }

    private async Task<int> RunAsync(int shard, DateTimeOffset now, CancellationToken cancellation)
    {
        for (var count = 0; ;)
        {
            var (rows, more) = await _due.ReadAsync(shard, now, cancellation);
            foreach (var accounts in rows.GroupBy(row => row.Account).Chunk(SideBySide))
                await Task.WhenAll(accounts.Select(account => CatchUpAsync(shard, account.Key, [.. account], now, cancellation)));
            count += rows.Count;
            if (!more)
                return count;
        }
    }

    private async Task CatchUpAsync(int shard, LoyaltyAccountRow account, IReadOnlyList<DueRow> rows, DateTimeOffset now, CancellationToken cancellation)
    {
        for (var (round, behind) = (0, true); behind; round++)
        {
            var operation = new PointsOperation
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"due.{rows[0].Row.Key}.{round}"),
                At = now,
                ProgramId = account.ProgramId,
                Owner = account.Owner,
                CatchesUp = true,
            };
            behind = (await _booking.BookAsync(operation, cancellation))!.IsBehind;
        }

        foreach (var row in rows)
            await _due.RemoveAsync(shard, row.Row, cancellation);
    }
}
