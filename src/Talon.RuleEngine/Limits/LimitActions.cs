namespace Talon.RuleEngine;

/// <summary>The actions that limits are set on.</summary>
public static class LimitActions
{
    /// <summary>Redemptions of coupons, counted.</summary>
    public const string RedeemCoupon = "redeemCoupon";

    /// <summary>Redemptions of referrals, counted.</summary>
    public const string RedeemReferral = "redeemReferral";

    /// <summary>Discounts, in money.</summary>
    public const string SetDiscount = "setDiscount";

    /// <summary>Discount effects, counted.</summary>
    public const string SetDiscountEffect = "setDiscountEffect";

    /// <summary>Coupons created, counted.</summary>
    public const string CreateCoupon = "createCoupon";

    /// <summary>Referrals created, counted.</summary>
    public const string CreateReferral = "createReferral";

    /// <summary>Coupons reserved, counted.</summary>
    public const string ReserveCoupon = "reserveCoupon";

    /// <summary>Loyalty points given, in points.</summary>
    public const string CreateLoyaltyPoints = "createLoyaltyPoints";

    /// <summary>Effects that give loyalty points, counted.</summary>
    public const string CreateLoyaltyPointsEffect = "createLoyaltyPointsEffect";

    /// <summary>Loyalty points spent, in points.</summary>
    public const string RedeemLoyaltyPoints = "redeemLoyaltyPoints";

    /// <summary>Effects that spend loyalty points, counted.</summary>
    public const string RedeemLoyaltyPointsEffect = "redeemLoyaltyPointsEffect";

    /// <summary>Giveaways, counted.</summary>
    public const string AwardGiveaway = "awardGiveaway";

    /// <summary>Free items, counted.</summary>
    public const string AddFreeItemEffect = "addFreeItemEffect";

    /// <summary>Custom effects, counted.</summary>
    public const string CustomEffect = "customEffect";

    /// <summary>Webhooks, counted.</summary>
    public const string CallApi = "callApi";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        RedeemCoupon, RedeemReferral, SetDiscount, SetDiscountEffect, CreateCoupon, CreateReferral, ReserveCoupon, CreateLoyaltyPoints,
        CreateLoyaltyPointsEffect, RedeemLoyaltyPoints, RedeemLoyaltyPointsEffect, AwardGiveaway, AddFreeItemEffect, CustomEffect, CallApi,
    ];
}
