namespace Talon.Http;

/// <summary>The published shape of a customer's inventory.</summary>
/// <remarks>Source: Integration API 26.16.</remarks>
internal static class InventorySchemas
{
    private static readonly ObjectSchema Coupon = CouponSchemas.Coupon.With(
        "InventoryCoupon",
        "A coupon in the inventory of a customer.",
        [
            Property.Required("profileRedemptionCount", "Redemptions by this customer.", Fields.Count, 5),
            Property.Required("state", "Whether it can be used.", new StringSchema { Enum = ["active", "used", "expired", "pending", "disabled"] }, "active"),
        ]);

    private static readonly ObjectSchema Achievement = AchievementSchemas.Progress.With(
        "AchievementProgressWithDefinition",
        "An achievement with a customer's progress.",
        [
            Property.Required("achievementId", "The achievement.", Fields.Id, 3),
            Property.Required("name", "API name.", StringSchema.Text, "FreeCoffee10Orders"),
            Property.Required("title", "Display name.", StringSchema.Text, "50% off on 50th purchase."),
            Property.Required("description", "Free text.", StringSchema.Text),
            Property.Required("campaignId", "The owning campaign.", Fields.Id, 3),
            Property.Optional("target", "How much progress completes it.", new NumberSchema(), 10m),
            Property.Required("achievementRecurrencePolicy", "When it can be reached again.", AchievementSchemas.Recurrence, "no_recurrence"),
            Property.Required("achievementActivationPolicy", "What starts an iteration.", AchievementSchemas.Activation, "fixed_schedule"),
            Property.Optional("achievementFixedStartDate", "For a fixed schedule, when the first iteration starts.", StringSchema.DateTime, "2024-01-15T15:04:05Z"),
            Property.Optional("achievementEndDate", "First moment at which nothing counts any more.", StringSchema.DateTime, "2024-02-15T15:04:05Z"),
            Property.Optional("achievementAllowRollbackAfterCompletion", "Whether progress is rolled back in completed iterations too.", new BooleanSchema(), false),
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
            Property.Optional("achievements", "Achievements of campaigns that run, with the customer's progress.", new ArraySchema(Achievement)),
            Property.Optional("giveaways", "Giveaways that the customer got.", new ArraySchema(GiveawaySchemas.Giveaway)),
        ],
    };
}
