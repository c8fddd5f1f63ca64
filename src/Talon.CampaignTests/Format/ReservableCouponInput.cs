namespace Talon.CampaignTests;

/// <summary>A coupon that rules may reserve.</summary>
public sealed record ReservableCouponInput
{
    /// <summary>Server-assigned id; null when there is no such coupon.</summary>
    public long? CouponId { get; init; }

    /// <summary>Whether it is made for one recipient.</summary>
    public bool HasRecipient { get; init; }

    /// <summary>Most reservations; 0 for unlimited.</summary>
    public long ReservationLimit { get; init; }

    /// <summary>Reservations so far.</summary>
    public long Reservations { get; init; }

    /// <summary>Customers who hold one.</summary>
    public IReadOnlyList<string> ReservedBy { get; init; } = [];
}
