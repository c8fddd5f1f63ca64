namespace Talon.Promotions;

/// <summary>The sections of an inventory.</summary>
[Flags]
public enum InventorySections
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The customer.</summary>
    Profile = 1,

    /// <summary>Referrals.</summary>
    Referrals = 2,

    /// <summary>Coupons.</summary>
    Coupons = 4,

    /// <summary>Points.</summary>
    Loyalty = 8,

    /// <summary>Giveaways.</summary>
    Giveaways = 16,

    /// <summary>Achievements.</summary>
    Achievements = 32,
}
