using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Simulation;

/// <summary>The campaigns of the simulated shop: one of each kind that claims something, and some that only make trouble.</summary>
internal static class CampaignPlans
{
    /// <summary>Redeems coupons for a share of the cart.</summary>
    public const long Codes = 1;

    /// <summary>Pays with gift cards.</summary>
    public const long GiftCards = 2;

    /// <summary>Gives something off a full basket.</summary>
    public const long Baskets = 3;

    /// <summary>Gives something off each item.</summary>
    public const long Items = 4;

    /// <summary>Gives points, and takes them.</summary>
    public const long Stars = 7;

    /// <summary>Hands out codes of a pool.</summary>
    public const long Tickets = 8;

    /// <summary>Gives points that wait, or end, or make tiers.</summary>
    public const long Miles = 9;

    /// <summary>Gives points to cards, and takes them.</summary>
    public const long Cards = 10;

    private const long Regulars = 5;
    private const long Broken = 6;

    /// <summary>The ids of all.</summary>
    public static IReadOnlyList<long> All { get; } = [Codes, GiftCards, Baskets, Items, Regulars, Broken, Stars, Tickets, Miles, Cards];

    /// <summary>Draws the campaigns, with or without each of their budgets.</summary>
    /// <param name="random">The source.</param>
    /// <param name="generosity">How large budgets are.</param>
    /// <param name="padding">How much longer the reasons of points are than need be.</param>
    public static IReadOnlyList<CampaignPlan> Draw(Random random, int generosity, int padding) =>
    [
        new(Codes, "codes", """
            [{"title": "a fifth off with a code", "condition": ["and", ["couponValid"]],
              "effects": [["setDiscount", "a fifth off", ["*", [".", "Session", "Total"], 0.2]]]}]
            """,
            Some(
                random,
                Limit(1, LimitActions.RedeemCoupon, 5 * generosity, null),
                Limit(2, LimitActions.RedeemCoupon, 1 + generosity, null, LimitEntity.Profile),
                Limit(3, LimitActions.SetDiscount, 97.13m * generosity, null),
                Limit(4, LimitActions.SetDiscount, 31.7m * generosity, LimitPeriod.Daily, LimitEntity.Profile),
                Limit(5, LimitActions.RedeemCoupon, generosity, LimitPeriod.Weekly, LimitEntity.Identifier),
                Limit(6, LimitActions.SetDiscountEffect, generosity, LimitPeriod.Monthly, LimitEntity.Coupon, LimitEntity.Profile))),
        new(GiftCards, "gift cards", """
            [{"title": "pay with a gift card", "condition": ["couponValid"],
              "effects": [["setDiscount", "gift card", [".", "Session", "Total"], {"partial": true}]]}]
            """,
            Some(random, Limit(1, LimitActions.SetDiscountEffect, 4 * generosity, LimitPeriod.Yearly))),
        new(Baskets, "full baskets", """
            [{"title": "ten off a hundred", "condition": [">=", [".", "Session", "Total"], 100],
              "effects": [["setDiscount", "ten off", 10]]}]
            """,
            Some(
                random,
                Limit(1, LimitActions.SetDiscount, 25 * generosity, LimitPeriod.Daily),
                Limit(2, LimitActions.SetDiscountEffect, generosity, null, LimitEntity.Profile))),
        new(Items, "items", """
            [{"title": "a twentieth off each shirt", "condition": ["and"],
              "effects": [["setDiscountPerItem", "a twentieth off", ["*", [".", "Item", "Price"], 0.05], [".", "Session", "CartItems"]]]}]
            """,
            Some(
                random,
                Limit(1, LimitActions.SetDiscount, 40 * generosity, LimitPeriod.Weekly),
                Limit(2, LimitActions.SetDiscount, 9, null, LimitEntity.Session))),
        new(Regulars, "regulars", """
            [{"title": "a mug for regulars", "condition": [">=", [".", "Profile", "ClosedSessions"], 2],
              "effects": [["addFreeItem", "mug-1", "A mug"]]}]
            """,
            Some(
                random,
                Limit(1, LimitActions.AddFreeItemEffect, 3 * generosity, null),
                Limit(2, LimitActions.AddFreeItemEffect, generosity, null, LimitEntity.Profile))),
        new(Broken, "broken", """
            [{"title": "divides by nothing", "condition": ["and"],
              "effects": [["setDiscount", "all of it", ["/", 1, ["-", [".", "Session", "Total"], [".", "Session", "Total"]]]]]},
             {"title": "takes less than nothing", "condition": ["and"], "effects": [["setDiscount", "less", -5]]}]
            """,
            []),
        new(Stars, "stars", $$"""
            [{"title": "a star for a euro", "condition": [">", [".", "Session", "Total"], 0],
              "effects": [["addLoyaltyPoints", "stars", "", [".", "Session", "Total"], "a star for a euro{{new string('.', padding)}}"]]},
             {"title": "stars for sharing", "condition": ["eventTypeIs", "shared"],
              "effects": [["addLoyaltyPoints", "stars", "", 30, "stars for sharing{{new string('.', padding)}}"]]},
             {"title": "a star for coming by", "condition": ["eventTypeIs", "talon_profile_updated"],
              "effects": [["addLoyaltyPoints", "stars", "", 1, "a star for coming by{{new string('.', padding)}}"]]},
             {"title": "a spin of the wheel", "condition": ["eventTypeIs", "spun"],
              "effects": [["deductLoyaltyPoints", "stars", "", 25, "a spin"]]},
             {"title": "pay with stars", "condition": [">=", [".", "Session", "Total"], 150],
              "effects": [["deductLoyaltyPoints", "stars", "", 50, "pay with stars"], ["setDiscount", "five off", 5]]}]
            """,
            Some(
                random,
                Limit(1, LimitActions.CreateLoyaltyPoints, 2000 * generosity, null),
                Limit(2, LimitActions.CreateLoyaltyPointsEffect, 4 * generosity, LimitPeriod.Daily, LimitEntity.Profile),
                Limit(3, LimitActions.RedeemLoyaltyPoints, 150 * generosity, LimitPeriod.Weekly),
                Limit(4, LimitActions.RedeemLoyaltyPointsEffect, generosity, null, LimitEntity.Profile))),
        new(Tickets, "tickets", """
            [{"title": "a ticket for twenty", "condition": [">=", [".", "Session", "Total"], 20],
              "effects": [["awardGiveaway", "tickets", "A ticket"]]},
             {"title": "a ticket for a spin", "condition": ["eventTypeIs", "spun"],
              "effects": [["awardGiveaway", "tickets", "A ticket for a spin"]]}]
            """,
            Some(random, Limit(1, LimitActions.AwardGiveaway, 4 * generosity, null))),
        new(Miles, "miles", """
            [{"title": "miles that the shop activates", "condition": [">", [".", "Session", "Total"], 20],
              "effects": [["addLoyaltyPoints", "miles", "", [".", "Session", "Total"], "miles to be activated"]]},
             {"title": "miles for now", "condition": [">", [".", "Session", "Total"], 60],
              "effects": [["addLoyaltyPoints", "miles", "", 40, "miles for now", {"pending": "immediate", "validity": "90s"}]]},
             {"title": "miles for later", "condition": ["eventTypeIs", "shared"],
              "effects": [["addLoyaltyPoints", "miles", "", 20, "miles for later", {"pending": "45s", "validity": "10m"}]]},
             {"title": "a spin for miles", "condition": ["eventTypeIs", "spun"],
              "effects": [["deductLoyaltyPoints", "miles", "", 15, "a spin"]]},
             {"title": "fly with miles", "condition": [">=", [".", "Session", "Total"], 150],
              "effects": [["deductLoyaltyPoints", "miles", "", 30, "fly with miles"], ["setDiscount", "seven off", 7]]}]
            """,
            Some(random, Limit(1, LimitActions.CreateLoyaltyPoints, 3000 * generosity, null))),
        new(Cards, "cards", """
            [{"title": "a point for a card", "condition": [">", [".", "Session", "Total"], 0],
              "effects": [["addLoyaltyPoints", "cards", "", [".", "Session", "Total"], "a point for a euro"]]},
             {"title": "pay with a card", "condition": [">=", [".", "Session", "Total"], 150],
              "effects": [["deductLoyaltyPoints", "cards", "", 60, "pay with a card"], ["setDiscount", "six off", 6]]}]
            """,
            Some(random, Limit(1, LimitActions.RedeemLoyaltyPoints, 120 * generosity, null))),
    ];

    private static List<LimitConfig> Some(Random random, params LimitConfig[] limits) => [.. limits.Where(_ => random.Next(2) == 0)];

    private static LimitConfig Limit(long id, string action, decimal limit, LimitPeriod? period, params LimitEntity[] entities) => new()
    {
        Id = id,
        Action = action,
        Limit = limit,
        Period = period switch
        {
            null => null,
            LimitPeriod.Daily => "daily",
            LimitPeriod.Weekly => "weekly",
            LimitPeriod.Monthly => "monthly",
            _ => "yearly",
        },
        Entities = [.. entities.Select(entity => entity.ToString())],
    };
}
