using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

/// <summary>A shop whose campaigns grant of everything that analytics count.</summary>
internal static class AnalyticsShop
{
    /// <summary>A fifth off and points with a coupon.</summary>
    public const string Codes = """
        [{"title": "A fifth off", "condition": ["and", ["couponValid"]],
          "effects": [["setDiscount", "a fifth off", ["*", [".", "Session", "Total"], 0.2]]]},
         {"title": "Points", "condition": ["and", ["couponValid"]],
          "effects": [["addLoyaltyPoints", "stars", "", [".", "Session", "Total"], "Points for money"]]}]
        """;

    /// <summary>One off each unit, and a mug.</summary>
    public const string Items = """
        [{"title": "1 off", "condition": ["and", [">=", [".", "Session", "Total"], 50]],
          "effects": [["setDiscountPerItem", "1 off", 1, [".", "Session", "CartItems"]], ["addFreeItem", "mug-1", "A mug"]]}]
        """;

    /// <summary>Pays with points.</summary>
    public const string Spend = """
        [{"title": "Spend", "condition": ["and", ["=", [".", "Session", "PaymentMethod"], "points"]],
          "effects": [["deductLoyaltyPoints", "stars", "", 5, "Pay with points"], ["setDiscount", "1 off", 1]]}]
        """;

    public static async Task<Shop> OpenAsync(FinaliseMode mode = FinaliseMode.Inline, ReturnPolicy policy = ReturnPolicy.Unlimited)
    {
        var shop = new Shop(mode)
            .With(ConfigurationChange.Put(EntityKinds.LoyaltyProgram, LoyaltyWorld.Program with { Tiers = [], ReturnPolicy = policy }))
            .WithCampaign(Codes, 1)
            .WithCampaign(Items, 2)
            .WithCampaign(Spend, 3);
        await shop.OpenAsync();
        await shop.CouponAsync("code", usageLimit: 1_000_000);
        return shop;
    }

    /// <summary>All that is counted of a campaign, over all hours.</summary>
    public static async Task<CampaignNumbers> TotalAsync(Shop shop, long campaign = 1) =>
        (await new AnalyticsReader(shop.Store).ReadAsync(campaign, default)).Aggregate(CampaignNumbers.None, (sum, hour) => sum + hour.Numbers);

    public static SessionUpdate Cart(string id, SessionState state = SessionState.Closed) => new()
    {
        IntegrationId = id,
        ProfileId = "p",
        State = state,
        CartItems = [Shop.Item("a", 75), Shop.Item("b", 12.5m, 2)],
        CouponCodes = ["code"],
    };
}
