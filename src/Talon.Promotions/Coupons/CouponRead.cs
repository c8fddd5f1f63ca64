using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>A coupon code with all that was read of it.</summary>
internal sealed record CouponRead
{
    /// <summary>The code as entered.</summary>
    public required string Code { get; init; }

    /// <summary>The coupon's partition.</summary>
    public required string Partition { get; init; }

    /// <summary>The coupon; null when there is none of that code.</summary>
    public Coupon? Coupon { get; init; }

    /// <summary>Redemptions by everybody.</summary>
    public CounterState Uses { get; init; } = CounterState.Untouched;

    /// <summary>Discount granted through it.</summary>
    public CounterState Discount { get; init; } = CounterState.Untouched;

    /// <summary>Reservations by everybody.</summary>
    public CounterState Reservations { get; init; } = CounterState.Untouched;

    /// <summary>Redemptions by the customer at hand.</summary>
    public CounterState CustomerUses { get; init; } = CounterState.Untouched;

    /// <summary>Whether the customer at hand holds a reservation.</summary>
    public bool Reserved { get; init; }

    /// <summary>The counters as the rule engine wants them.</summary>
    public IEnumerable<(LimitKey Key, CounterState State)> Counters(string? customer)
    {
        if (Coupon is not { } coupon)
            yield break;
        yield return (LimitKey.CouponUses(coupon.Id), Uses);
        yield return (LimitKey.CouponDiscount(coupon.Id), Discount);
        yield return (LimitKey.CouponReservations(coupon.Id), Reservations);
        if (customer is not null)
            yield return (LimitKey.CouponUsesByProfile(coupon.Id, customer), CustomerUses);
    }
}
