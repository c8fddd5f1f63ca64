namespace Talon.RuleEngine;

/// <summary>A budget of a campaign.</summary>
/// <param name="Id">Stable over the life of the limit: a limit counts from its creation.</param>
/// <param name="Action">The limited action, such as <c>redeemCoupon</c> (a count) or <c>setDiscount</c> (money).</param>
/// <param name="Limit">The ceiling.</param>
/// <param name="Period">The recurrence window in the Application's calendar; null for none.</param>
/// <param name="Entities">The entities whose combination has a counter of its own, in ordinal order; empty for the whole campaign.</param>
public sealed record LimitDefinition(long Id, string Action, decimal Limit, LimitPeriod? Period, IReadOnlyList<LimitEntity> Entities);

/// <summary>Recurrence windows of a limit.</summary>
public enum LimitPeriod
{
    /// <summary>A calendar day.</summary>
    Daily,

    /// <summary>A week from Monday.</summary>
    Weekly,

    /// <summary>A calendar month.</summary>
    Monthly,

    /// <summary>A calendar year.</summary>
    Yearly,
}

/// <summary>Entities that a limit can be counted by.</summary>
public enum LimitEntity
{
    /// <summary>The coupon redeemed.</summary>
    Coupon,

    /// <summary>The referral redeemed.</summary>
    Referral,

    /// <summary>The customer profile.</summary>
    Profile,

    /// <summary>A device or address identifier of the session.</summary>
    Identifier,

    /// <summary>The store.</summary>
    Store,

    /// <summary>The session.</summary>
    Session,
}
