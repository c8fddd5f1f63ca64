using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>reserveCoupon</c>.</summary>
internal static class ReserveCoupon
{
    private static readonly Fault NotFound = Fault.Refused(new("CouponNotFound", "coupon to reserve", "not found", "an existing one"));
    private static readonly Fault Personal = Fault.Refused(new("CouponNotReservable", "coupon to reserve", "made for one recipient", "for anyone"));
    private static readonly Fault Full = Fault.Refused(new("LimitReached", "reservations of the coupon", "at their limit", "below it"));

    public static readonly Function Function = new(
        "reserveCoupon", FunctionGroup.Effect,
        "Reserves a coupon for the customer, or for the advocate of the referral. It happens at once; one that is reserved already is only reported.",
        """["reserveCoupon", "WELCOME", {"profile": "Current"}]""",
        new Overload("(code: string, {profile: 'Current' | 'Advocate'}) -> effect", Build))
    {
        Failure = "there is no such coupon or no customer, or a limit on reservations is reached",
    };

    private static Expression<bool> Build(Call call)
    {
        var code = call.Text(0);
        var customer = Customer.Of(call);
        var budget = call.Binder.Budget(LimitActions.ReserveCoupon);
        return Expression.Effect(scope =>
        {
            var (value, holder) = (code(scope), customer.Demand(scope)?.IntegrationId);
            if (scope.Fault is not null || holder is null)
                return false;
            var coupon = scope.Known.Reservable(value);
            var isNew = coupon?.ReservedBy.Contains(holder) is not true && scope.Known.Reservations[(value, holder)] == 0;
            if (isNew && Refusal(scope, coupon, value) is { } refusal)
                scope.Fail(refusal);
            if (scope.Fault is not null || (isNew && !CountedEffect.TryTake(scope, budget, instant: true)))
                return false;
            if (isNew)
                Count(scope, value, holder);
            scope.Output.Emit(scope, new ReserveCouponProps(value, holder, isNew), new ReserveCouponRequest(coupon?.CouponId));
            return true;
        });
    }

    private static void Count(Scope scope, string code, string holder)
    {
        scope.Known.Reservations.Add((code, holder), 1);
        scope.Known.Reservations.Add((code, ""), 1);
    }

    private static Fault? Refusal(Scope scope, ReservableCouponFacts? coupon, string code)
    {
        if (coupon is null)
            return null;
        if (coupon.CouponId is not { } id)
            return NotFound;
        if (coupon.HasRecipient)
            return Personal;
        if (coupon.ReservationLimit <= 0 || coupon.Reservations + scope.Known.Reservations[(code, "")] < coupon.ReservationLimit)
            return null;
        scope.Known.Short.Limit(LimitKey.CouponReservations(id));
        return Full;
    }
}
