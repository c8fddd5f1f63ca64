using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What is counted along with the charges of an evaluation, whether a limit looks at it or not.</summary>
internal static class AlsoCounted
{
    /// <summary>Redemptions per customer, that a customer is referred once, and reservations.</summary>
    public static IEnumerable<Charge> Of(EvaluationResult result, UpdateScope scope, CounterBook counters)
    {
        var charged = result.Charges.Select(charge => charge.Key).ToHashSet();
        if (scope.Customer is { } customer)
        {
            foreach (var charge in result.Charges.SelectMany(charge => ByCustomer(charge, customer, scope.Application.Application.Id)))
            {
                if (!charged.Contains(charge.Key))
                    yield return charge;
            }
        }

        for (var i = 0; i < result.Effects.Count; i++)
        {
            if (result.Effects[i] is { Request: ReserveCouponRequest { CouponId: { } coupon }, Props: ReserveCouponProps { IsNewReservation: true } })
                yield return new Charge(LimitKey.CouponReservations(coupon), 1, counters.Coupon(coupon)?.ReservationLimit is > 0 and var most ? most : null, i, Instant: true);
        }
    }

    private static IEnumerable<Charge> ByCustomer(Charge charge, string customer, long applicationId)
    {
        var id = charge.Key.OwnerId;
        if (charge.Key == LimitKey.CouponUses(id))
            yield return charge with { Key = LimitKey.CouponUsesByProfile(id, customer), Ceiling = null };
        if (charge.Key != LimitKey.ReferralUses(id))
            yield break;
        yield return charge with { Key = ReferralRead.ByFriend(id, customer), Ceiling = null };
        yield return charge with { Key = ReferralRead.ReferredOnce(applicationId, customer), Ceiling = 1 };
    }
}
