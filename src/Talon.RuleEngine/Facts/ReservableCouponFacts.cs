namespace Talon.RuleEngine;

/// <summary>A coupon that a rule wants to reserve.</summary>
public sealed record ReservableCouponFacts
{
    /// <summary>Server-assigned id; null when there is no coupon of that code.</summary>
    public long? CouponId { get; init; }

    /// <summary>Whether it is made for one recipient; such a coupon cannot be reserved.</summary>
    public bool HasRecipient { get; init; }

    /// <summary>Most reservations; 0 for unlimited.</summary>
    public long ReservationLimit { get; init; }

    /// <summary>Reservations so far.</summary>
    public long Reservations { get; init; }

    /// <summary>Those of the customer at hand and of the advocate who hold one, by integration id.</summary>
    public IReadOnlySet<string> ReservedBy { get; init; } = new HashSet<string>();
}
