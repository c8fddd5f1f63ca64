using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Reads coupons with their counters.</summary>
internal sealed class CouponReader(ITableStore store)
{
    /// <summary>Reads a coupon by code, in one trip.</summary>
    /// <param name="applicationId">The Application.</param>
    /// <param name="entered">The code as entered.</param>
    /// <param name="stored">The code in the case that the Application stores.</param>
    /// <param name="customer">The customer's integration id; null when anonymous or not known yet.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public Task<CouponRead> ReadAsync(long applicationId, string entered, string stored, string? customer, CancellationToken cancellation) =>
        ReadAsync(Partitions.Coupon(applicationId, stored), entered, customer, cancellation);

    /// <summary>Reads the coupon of a partition, in one trip.</summary>
    public Task<CouponRead> ReadAsync(string partition, string? customer, CancellationToken cancellation) => ReadAsync(partition, "", customer, cancellation);

    private async Task<CouponRead> ReadAsync(string partition, string entered, string? customer, CancellationToken cancellation)
    {
        var shared = store.ReadWholeAsync(partition, KeyRange.Prefix(LimitPlace.CouponPrefix), cancellation);
        var own = customer is null
            ? Task.FromResult<IReadOnlyList<Row>>([])
            : store.ReadAllAsync(partition, KeyRange.Prefix(LimitPlace.CustomerPrefix("Profile=" + customer)), cancellation);
        await Task.WhenAll(shared, own);

        var rows = (await shared).Concat(await own).ToDictionary(row => row.Key);
        if (!rows.TryGetValue(LimitPlace.CouponPrefix, out var row))
            return new CouponRead { Code = entered, Partition = partition };
        var coupon = RowCodec.Decode(row.Body, RowJson.Default.CouponRow).Coupon;
        return new CouponRead
        {
            Code = entered,
            Partition = partition,
            Coupon = coupon,
            Uses = Counter(LimitKey.CouponUses(coupon.Id)),
            Discount = Counter(LimitKey.CouponDiscount(coupon.Id)),
            Reservations = Counter(LimitKey.CouponReservations(coupon.Id)),
            CustomerUses = customer is null ? CounterState.Untouched : Counter(LimitKey.CouponUsesByProfile(coupon.Id, customer)),
            Reserved = customer is not null && rows.ContainsKey(Reservation(customer, coupon.Id)),
        };

        CounterState Counter(LimitKey key) => CounterState.Parse(rows, LimitPlace.OfCoupon(partition, key).Counter);
    }

    /// <summary>The row key of a customer's reservation.</summary>
    public static string Reservation(string customer, long couponId) => LimitPlace.CustomerPrefix("Profile=" + customer) + ReservationSuffix(couponId);

    /// <summary>What the row keys of all reservations of a coupon end with.</summary>
    public static string ReservationSuffix(long couponId) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"reservation.{couponId}");
}
