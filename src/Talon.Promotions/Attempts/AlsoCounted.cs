using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What is counted along with the charges of an evaluation, whether a limit looks at it or not.</summary>
internal static class AlsoCounted
{
    /// <summary>Redemptions per customer, and reservations.</summary>
    public static IEnumerable<Charge> Of(EvaluationResult result, string? customer, CounterBook counters)
    {
        var charged = result.Charges.Select(charge => charge.Key).ToHashSet();
        if (customer is not null)
        {
            foreach (var charge in result.Charges.Where(charge => charge.Key.Owner == LimitOwner.Coupon && charge.Key == LimitKey.CouponUses(charge.Key.OwnerId)))
            {
                var counted = LimitKey.CouponUsesByProfile(charge.Key.OwnerId, customer);
                if (!charged.Contains(counted))
                    yield return charge with { Key = counted, Ceiling = null };
            }
        }

        for (var i = 0; i < result.Effects.Count; i++)
        {
            if (result.Effects[i] is { Request: ReserveCouponRequest { CouponId: { } coupon }, Props: ReserveCouponProps { IsNewReservation: true } })
                yield return new Charge(CouponRead.ReservationKey(coupon), 1, counters.Coupon(coupon)?.ReservationLimit is > 0 and var most ? most : null, i, Instant: true);
        }
    }
}
