using Talon.Bench;
using Talon.Promotions;
using Talon.RuleEngine;
using Talon.Simulation;

namespace Talon.Load;

/// <summary>Adds up what stands in the file of a server that has ended, and holds it against itself.</summary>
internal sealed class StoreSums
{
    private readonly Dictionary<(string Partition, string Stock), decimal> _gaps = [];
    private readonly Dictionary<(string Partition, string Stock), decimal> _used = [];
    private readonly Dictionary<(string Partition, string Stock), long> _limits = [];

    /// <summary>Redemptions of all coupons.</summary>
    public decimal Redemptions { get; private set; }

    /// <summary>Points that customers have.</summary>
    public decimal Points { get; private set; }

    /// <summary>Sessions that customers closed.</summary>
    public long ClosedSessions { get; private set; }

    /// <summary>What those sessions cost.</summary>
    public decimal Sales { get; private set; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="RaceException">A coupon is redeemed beyond its limit, a counter is not the sum of its claims, or a balance not that of its entries.</exception>
    public static StoreSums Of(string path)
    {
        var sums = new StoreSums();
        using var file = new StoreFile(path);
        foreach (var (partition, key, body) in file.Rows())
            sums.Add(partition, key, body);
        sums.Check();
        return sums;
    }

    private void Add(string partition, string key, byte[] body)
    {
        if (partition.StartsWith("ledger.", StringComparison.Ordinal))
            AddPoints(partition, key, body);
        else if (Counters.Has(partition))
            AddUses(partition, key, body);
        else if (partition.StartsWith("profile.", StringComparison.Ordinal) && key == OwnerRows.Entity)
        {
            var profile = RowCodec.Decode(body, RowJson.Default.ProfileRow).Profile;
            (ClosedSessions, Sales) = (ClosedSessions + profile.ClosedSessions, Sales + profile.TotalSales);
        }
    }

    private void AddPoints(string partition, string key, byte[] body)
    {
        if (LedgerRows.IsLedger(key))
        {
            var ledger = RowCodec.Decode(body, RowJson.Default.LedgerRow);
            var balance = ledger.Lots.Sum(lot => lot.Points) - ledger.Owed;
            Points += balance;
            Move(partition, "balance", balance);
        }
        else if (key.StartsWith("log.", StringComparison.Ordinal))
            Move(partition, "balance", -(RowCodec.Decode(body, RowJson.Default.LedgerLogRow).Points?.Entries.Sum(entry => entry.Points) ?? 0));
    }

    private void AddUses(string partition, string key, byte[] body)
    {
        if (key == LimitPlace.CouponPrefix)
        {
            var coupon = RowCodec.Decode(body, RowJson.Default.CouponRow).Coupon;
            _limits[(partition, LimitPlace.OfCoupon(partition, LimitKey.CouponUses(coupon.Id)).Counter)] = coupon.UsageLimit;
        }
        else if (Counters.IsCounter(key))
        {
            var (counter, taken) = (Counters.Whole(key), Counters.Taken(body));
            _used[(partition, counter)] = _used.GetValueOrDefault((partition, counter)) + taken;
            Move(partition, counter, taken);
        }
        else if (Counters.IsClaim(key))
            Move(partition, Counters.OfClaim(key), -Counters.Net(body));
    }

    private void Move(string partition, string stock, decimal amount) => _gaps[(partition, stock)] = _gaps.GetValueOrDefault((partition, stock)) + amount;

    private void Check()
    {
        foreach (var ((partition, stock), gap) in _gaps)
            RaceException.Expect(0, gap, $"What {stock} of {partition} shows beyond its entries");
        foreach (var (place, limit) in _limits)
        {
            var used = _used.GetValueOrDefault(place);
            if (limit > 0 && used > limit)
                throw new RaceException($"{place.Partition} was redeemed {used} times, with a limit of {limit}.");
            Redemptions += used;
        }
    }
}
