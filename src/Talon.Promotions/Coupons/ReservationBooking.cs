using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Notes reservations of coupons; one that is there already is as good.</summary>
internal sealed class ReservationBooking(ITableStore store)
{
    /// <summary>Notes a reservation that was counted along with the commit which owes it.</summary>
    public async Task BookAsync(string couponPartition, ReservationRow reservation, CancellationToken cancellation) =>
        await store.CommitAsync(couponPartition, [Change.Insert(CouponReader.Reservation(reservation.ProfileIntegrationId), RowCodec.Encode(reservation, RowJson.Default.ReservationRow))], cancellation);
}
