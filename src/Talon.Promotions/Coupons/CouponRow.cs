namespace Talon.Promotions;

/// <summary>A stored coupon. Its counters stand in rows of their own.</summary>
/// <param name="Coupon">The coupon, with counters of zero.</param>
/// <param name="Revision">Raised with every edit.</param>
internal sealed record CouponRow(Coupon Coupon, int Revision = 0);

/// <summary>A customer's reservation of a coupon.</summary>
/// <param name="ProfileIntegrationId">The customer.</param>
/// <param name="CouponId">The coupon: a code that is deleted and created anew has no reservations.</param>
/// <param name="Created">When it was made.</param>
internal sealed record ReservationRow(string ProfileIntegrationId, long CouponId, DateTimeOffset Created);
