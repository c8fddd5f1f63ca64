namespace Talon.RuleEngine;

/// <summary>The declared types of attributes.</summary>
public enum AttributeType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A point in time, RFC 3339.</summary>
    Time,

    /// <summary>Latitude and longitude.</summary>
    Location,

    /// <summary>A list of text.</summary>
    StringList,

    /// <summary>A list of numbers.</summary>
    NumberList,

    /// <summary>A list of times.</summary>
    TimeList,

    /// <summary>A list of locations.</summary>
    LocationList,
}

/// <summary>The entities that carry attributes.</summary>
public enum AttributeEntity
{
    /// <summary>The Application.</summary>
    Application,

    /// <summary>A campaign.</summary>
    Campaign,

    /// <summary>A customer profile.</summary>
    CustomerProfile,

    /// <summary>A customer session.</summary>
    CustomerSession,

    /// <summary>A cart item.</summary>
    CartItem,

    /// <summary>A coupon.</summary>
    Coupon,

    /// <summary>A custom event.</summary>
    Event,

    /// <summary>A giveaway.</summary>
    Giveaway,

    /// <summary>A loyalty card.</summary>
    LoyaltyCard,

    /// <summary>A referral.</summary>
    Referral,

    /// <summary>A store.</summary>
    Store,
}
