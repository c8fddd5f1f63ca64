using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Notes reservations of coupons; one that is there already is as good.</summary>
internal sealed class ReservationBooking(ITableStore store)
{
    private readonly ProfileLinks _links = new(store);

    /// <summary>Notes a reservation that was counted along with the commit which owes it.</summary>
    public async Task BookAsync(string couponPartition, ReservationRow reservation, CancellationToken cancellation)
    {
        await _links.AddAsync([(Partitions.Profile(reservation.ProfileIntegrationId), couponPartition)], cancellation);
        var key = CouponReader.Reservation(reservation.ProfileIntegrationId, reservation.CouponId);
        await store.CommitAsync(couponPartition, [Change.Insert(key, RowCodec.Encode(reservation, RowJson.Default.ReservationRow))], cancellation);
    }
}
