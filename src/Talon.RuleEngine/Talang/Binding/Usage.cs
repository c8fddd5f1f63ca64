namespace Talon.RuleEngine.Talang;

/// <summary>What an expression looks at, as far as it decides how a rule is run.</summary>
[Flags]
internal enum Usage
{
    None = 0,

    /// <summary>Whether the coupon is valid, or one of its attributes.</summary>
    Coupon = 1,

    /// <summary>Whether the coupon is valid.</summary>
    CouponCheck = 2 | Coupon,

    /// <summary>Whether the coupon is valid, and redeems it.</summary>
    CouponRedemption = 4 | CouponCheck,

    /// <summary>Whether the referral is valid.</summary>
    ReferralCheck = 8,

    /// <summary>Whether the referral is valid, and redeems it.</summary>
    ReferralRedemption = 16 | ReferralCheck,

    /// <summary>How many pieces an item is.</summary>
    ItemQuantity = 32,
}
