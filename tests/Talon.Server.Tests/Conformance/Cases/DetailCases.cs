namespace Talon.Server.Tests;

/// <summary>Answers that tell the rarer of their members.</summary>
internal static class DetailCases
{
    private const string Details = """
        "attributes":{"PaymentMethod":"details"},"cartItems":[{"sku":"a","quantity":2,"price":50,"attributes":{"{colour}":"red"},"prices":{"member":{"price":45,"adjustmentContextId":"Summer","adjustmentEffectiveFrom":"2020-01-01T00:00:00Z","adjustmentEffectiveUntil":"2999-01-01T00:00:00Z"}}}]
        """;

    private const string Codes = "\"couponCodes\":[\"NEVER\",\"POOR\"],\"referralCode\":\"{rejected}\"";

    public static IReadOnlyList<ConformanceCase> Cases { get; } =
    [
        Update($$$"""{"customerSession":{"profileId":"{carl}",{{{Codes}}},{{{Details}}},"state":"closed"},"responseContent":["customerSession","coupons","triggeredCampaigns","referral","loyalty","event","ruleFailureReasons","achievements"]}""")
            with { Effects = ["setDiscount", "setDiscountPerItem", "addLoyaltyPoints", "customEffect", "increaseAchievementProgress", "rejectCoupon", "rejectReferral"] },
        Update("""{"customerSession":{"state":"cancelled"},"responseContent":["achievements"]}""") with { Effects = ["rollbackDiscount", "rollbackAddedLoyaltyPoints"] },
        Update($$$"""{"customerSession":{"profileId":"{carl}",{{{Codes}}},{{{Details}}}},"responseContent":["campaignEligibility"]}""", "?dry=true"),
        Update("""{"customerSession":{"loyaltyCards":["{loyaltyCardId}"],"attributes":{"PaymentMethod":"card"},"cartItems":[{"sku":"a","quantity":1,"price":10}],"state":"closed"},"responseContent":["loyalty"]}""", session: "kept"),
        new("getCustomerAchievements", 200, Ids: Carl),
        new("getCustomerInventory", 200, Query: "?profile=true&referrals=true&coupons=true&loyalty=true&giveaways=true&achievements=true", Ids: Carl),
        new("getCustomerInventory", 200, Query: "?referrals=true", Ids: ConformanceCase.Path("integrationId", "{eva}")),
        new("createReferral", 201, """{"campaignId":{referralCampaignId},"advocateProfileIntegrationId":"{anna}","attributes":{"{colour}":"red"}}"""),
        new("createCouponReservation", 201, """{"integrationIDs":["{carl}"]}""", Ids: ConformanceCase.Path("couponValue", "NEVER")),
        new("integrationGetAllCampaigns", 200),
    ];

    /// <summary>A card that is blocked, once nothing else needs it.</summary>
    public static IReadOnlyList<ConformanceCase> Blocked { get; } =
    [
        new("linkLoyaltyCardToProfile", 200, """{"integrationId":"{carl}"}""", Ids: ConformanceCase.Path("loyaltyProgramId", "{cardProgramId}")) { Before = world => world.BlockCardAsync() },
    ];

    private static IReadOnlyDictionary<string, string> Carl => ConformanceCase.Path("integrationId", "{carl}");

    private static ConformanceCase Update(string body, string query = "", string session = "details") => new("updateCustomerSessionV2", 200, body, query, ConformanceCase.Path("customerSessionId", session));
}
