namespace Talon.Http;

/// <summary>The published shape of a customer's inventory.</summary>
/// <remarks>Source: contract, sections 2.2 and 2.4.</remarks>
internal static class InventorySchemas
{
    private static readonly ObjectSchema Coupon = CouponSchemas.Coupon.With(
        "InventoryCoupon",
        "A coupon in the inventory of a customer.",
        [
            Property.Required("profileRedemptionCount", "Redemptions by this customer.", Fields.Count, 5),
            Property.Required("state", "Whether it can be used.", new StringSchema { Enum = ["active", "used", "expired", "pending", "disabled"] }, "active"),
        ]);

    /// <summary>The inventory.</summary>
    public static readonly ObjectSchema Inventory = new("CustomerInventory", "What a customer holds; only the sections asked for.")
    {
        Properties =
        [
            Property.Optional("profile", "The customer.", ProfileSchemas.CustomerProfile),
            Property.Optional("referrals", "Referrals that the customer is the advocate of.", new ArraySchema(ReferralSchemas.InventoryReferral)),
            Property.Optional("coupons", "Coupons that are for the customer, reserved for them or for everybody, or redeemed by them.", new ArraySchema(Coupon)),
            Property.Optional("loyalty", "The customer's points, and those of the cards that they are registered on.", LoyaltySchemas.Loyalty),
            Property.Optional("giveaways", "Giveaways that the customer got.", new ArraySchema(GiveawaySchemas.Giveaway)),
        ],
    };
}
