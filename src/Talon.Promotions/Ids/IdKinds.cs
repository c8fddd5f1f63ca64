namespace Talon.Promotions;

/// <summary>The sequences of what updates bring into being.</summary>
internal static class IdKinds
{
    /// <summary>Sessions.</summary>
    public static IdKind Session { get; } = new("session", 10_000);

    /// <summary>Profiles.</summary>
    public static IdKind Profile { get; } = new("profile", 10_000);

    /// <summary>Events.</summary>
    public static IdKind Event { get; } = new("event", 10_000);

    /// <summary>Returns.</summary>
    public static IdKind Return { get; } = new("return", 1_000);

    /// <summary>Entries of loyalty ledgers.</summary>
    public static IdKind LedgerEntry { get; } = new("ledgerEntry", 10_000);

    /// <summary>Tiers of loyalty programmes.</summary>
    public static IdKind LoyaltyTier { get; } = new("loyaltyTier");

    /// <summary>Loyalty cards.</summary>
    public static IdKind LoyaltyCard { get; } = new("loyaltyCard", 100);

    /// <summary>Referrals.</summary>
    public static IdKind Referral { get; } = new("referral", 1_000);

    /// <summary>Giveaways.</summary>
    public static IdKind Giveaway { get; } = new("giveaway", 1_000);

    /// <summary>Imports.</summary>
    public static IdKind Import { get; } = new("import");

    /// <summary>Jobs.</summary>
    public static IdKind Job { get; } = new("job");

    /// <summary>Items of catalogs.</summary>
    public static IdKind CatalogItem { get; } = new("catalogItem", 1_000);

    /// <summary>Observed prices.</summary>
    public static IdKind CatalogPrice { get; } = new("catalogPrice", 1_000);

    /// <summary>Coupons.</summary>
    public static IdKind Coupon { get; } = new("coupon", 10_000);
}
