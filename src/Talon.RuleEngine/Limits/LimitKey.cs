using System.Text.Json.Serialization;

namespace Talon.RuleEngine;

/// <summary>Names one counter: a limit, the entities it is counted for, and the period.</summary>
/// <param name="Owner">What owns the limit.</param>
/// <param name="OwnerId">The id of the campaign, coupon or referral.</param>
/// <param name="Limit">For a campaign the id of its <see cref="LimitDefinition"/>; for a coupon or referral the action.</param>
/// <param name="Entities">The values of the limit's entities as <c>Name=value</c> lines in ordinal order; "" for none.</param>
/// <param name="Period">The period's first day as <c>yyyy-MM-dd</c> in the Application's calendar, prefixed by its length's initial; "" for none.</param>
[method: JsonConstructor]
public readonly record struct LimitKey(LimitOwner Owner, long OwnerId, string Limit, string Entities = "", string Period = "")
{
    /// <summary>The redemptions of a coupon.</summary>
    public static LimitKey CouponUses(long couponId) => new(LimitOwner.Coupon, couponId, LimitActions.RedeemCoupon);

    /// <summary>The discount granted through a coupon, against its discount limit.</summary>
    public static LimitKey CouponDiscount(long couponId) => new(LimitOwner.Coupon, couponId, LimitActions.SetDiscount);

    /// <summary>The redemptions of a coupon by one profile.</summary>
    public static LimitKey CouponUsesByProfile(long couponId, string profile) => new(LimitOwner.Coupon, couponId, LimitActions.RedeemCoupon, "Profile=" + profile);

    /// <summary>The reservations of a coupon.</summary>
    public static LimitKey CouponReservations(long couponId) => new(LimitOwner.Coupon, couponId, LimitActions.ReserveCoupon);

    /// <summary>The redemptions of a referral.</summary>
    public static LimitKey ReferralUses(long referralId) => new(LimitOwner.Referral, referralId, LimitActions.RedeemReferral);
}

/// <summary>What owns a limit.</summary>
public enum LimitOwner
{
    /// <summary>A campaign's budget.</summary>
    Campaign,

    /// <summary>A coupon's own limits.</summary>
    Coupon,

    /// <summary>A referral's own limits.</summary>
    Referral,
}
