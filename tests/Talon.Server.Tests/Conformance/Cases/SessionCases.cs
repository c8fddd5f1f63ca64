namespace Talon.Server.Tests;

/// <summary>Sessions: opened, closed, returned, reopened, cancelled.</summary>
internal static class SessionCases
{
    /// <summary>Every block that may stand together in the answer of an update.</summary>
    private const string All = """
        "responseContent":["customerSession","customerProfile","coupons","triggeredCampaigns","referral","loyalty","event","awardedGiveaways","ruleFailureReasons","previousReturns","achievements"]
        """;

    private const string Items = """
        "cartItems":[
          {"name":"Red Spring Blouse","sku":"rdbs-1111","quantity":2,"price":49,"category":"Shirts","product":{"name":"Blouses"},"weight":130,"height":10,"width":100,"length":120,"additionalCosts":{"{wrapping}":{"price":3}}},
          {"name":"Denim Trousers","sku":"dtr-2222","quantity":1,"price":74,"category":"Trousers","prices":{"member":{"price":70,"adjustmentReferenceId":"68851723-e6fa-488f-ace9-112581e6c19b"}}},
          {"sku":"sneaker","quantity":1}],
        "additionalCosts":{"{wrapping}":{"price":5}}
        """;

    private const string Full = $$$"""
        {"customerSession":{"profileId":"{anna}","storeIntegrationId":"mitte","couponCodes":["ANYTHING","WRONG","PERSONAL"],"referralCode":"{referral}","identifiers":["91.11.156.141"],"experimentVariantAllocations":[{"experimentID":1,"variantID":2}],"loyaltyCards":["{loyaltyCardId}"],
          {{{Items}}},"attributes":{"PaymentMethod":"all","ShippingCity":"Seattle"},"state":"STATE"},{{{All}}}}
        """;

    private static readonly string[] WhileOpen =
    [
        "acceptCoupon", "rejectCoupon", "acceptReferral", "setDiscount", "setDiscountPerItem", "setDiscountPerAdditionalCost", "setDiscountPerAdditionalCostPerItem", "addFreeItem",
        "addLoyaltyPoints", "deductLoyaltyPoints", "couponCreated", "referralCreated", "reserveCoupon", "updateAttribute", "addToAudience", "showNotification", "triggerWebhook", "customEffect", "willAwardGiveaway",
    ];

    public static IReadOnlyList<ConformanceCase> Cases { get; } =
    [
        Update(200, "open", Full.Replace("STATE", "open", StringComparison.Ordinal)) with { Effects = WhileOpen },
        Update(200, "full", Full.Replace("STATE", "closed", StringComparison.Ordinal)) with { Effects = ["awardGiveaway", "startAchievementProgress", "increaseAchievementProgress", "changeLoyaltyTierLevel"] },
        Update(200, "wrong", """{"customerSession":{"profileId":"{anna}","referralCode":"WRONG","cartItems":[],"attributes":{"PaymentMethod":"leave"}},"responseContent":["ruleFailureReasons","event"]}""") with { Effects = ["rejectReferral", "removeFromAudience"] },
        Update(200, "broken", """{"customerSession":{"attributes":{"PaymentMethod":"broken"},"cartItems":[]},"responseContent":["customerSession","customerProfile"]}""") with { Effects = ["error"] },
        Update(200, "dry", """{"customerSession":{"profileId":"{bert}","couponCodes":["ANYTHING","WRONG"],"evaluableCampaignIds":[{campaignId}],"cartItems":[]},"responseContent":["campaignEligibility"]}""", "?dry=true&now=2998-12-31T00:00:00Z"),
        Update(200, "card", """{"customerSession":{"loyaltyCards":["{loyaltyCardId}"],"attributes":{"PaymentMethod":"card"},"cartItems":[{"sku":"a","quantity":1,"price":10}],"state":"closed"},"responseContent":["loyalty"]}""") with { Effects = ["addLoyaltyPoints", "deductLoyaltyPoints"] },
        Update(200, "card", """{"customerSession":{"state":"cancelled"},"responseContent":["loyalty","previousReturns"]}""") with { Effects = ["rollbackAddedLoyaltyPoints", "rollbackDeductedLoyaltyPoints"] },
        Update(200, "expiry", """{"customerSession":{"profileId":"{anna}","attributes":{"PaymentMethod":"expiry"},"cartItems":[],"state":"closed"}}""") with { Effects = ["extendLoyaltyPointsExpiryDate", "setLoyaltyPointsExpiryDate"] },
        Update(400, "bad", """{"customerSession":{"attributes":{"nosuch":1},"additionalCosts":{"nosuch":{"price":1}},"cartItems":[{"sku":"","quantity":0}],"state":"finished"},"responseContent":["everything"]}""", "?now=2020-01-01T00:00:00Z&dry=maybe"),
        Update(400, "full", """{"customerSession":{"state":"open","cartItems":[]}}"""),
        Update(409, "race", """{"customerSession":{"profileId":"{bert}","cartItems":[]}}""") with { IsRace = true },

        new("getCustomerSession", 200),
        new("getCustomerSession", 404, Ids: Session("nosuch")),

        new("returnCartItems", 200, """{"return":{"returnedCartItems":[{"position":0,"quantity":1}]},"responseContent":["customerSession","customerProfile","coupons","triggeredCampaigns","referral","loyalty","event","previousReturns"]}""")
            { Effects = ["rollbackDiscount", "rollbackAddedLoyaltyPoints"] },
        new("returnCartItems", 200, """{"return":{"returnedCartItems":[{"sku":"dtr-2222"}]},"responseContent":["previousReturns"]}""", "?dry=true&runRuleEngine=true"),
        new("returnCartItems", 400, """{"return":{"returnedCartItems":[{"position":9}]}}"""),
        new("returnCartItems", 404, """{"return":{"returnedCartItems":[{"position":0}]}}""", Ids: Session("nosuch")),
        new("returnCartItems", 409, """{"return":{"returnedCartItems":[{"position":9}]}}""") { IsRace = true },

        Update(200, "again", """{"customerSession":{"profileId":"{carl}","storeIntegrationId":"mitte","couponCodes":["ANYTHING"],"referralCode":"{referral}",ITEMS,"attributes":{"PaymentMethod":"all"},"state":"closed"}}""".Replace("ITEMS", Items, StringComparison.Ordinal)),
        new("reopenCustomerSession", 200, Ids: Session("again"))
            { Effects = ["rollbackCoupon", "rollbackReferral", "rollbackDiscount", "rollbackAddedLoyaltyPoints", "rollbackDeductedLoyaltyPoints", "rollbackIncreasedAchievementProgress"] },
        new("reopenCustomerSession", 400, Ids: Session("again")),
        new("reopenCustomerSession", 404, Ids: Session("nosuch")),
        new("reopenCustomerSession", 409, Ids: Session("race")) { IsRace = true },
    ];

    private static ConformanceCase Update(int status, string session, string body, string query = "") => new("updateCustomerSessionV2", status, body, query, Session(session));

    private static IReadOnlyDictionary<string, string> Session(string id) => ConformanceCase.Path("customerSessionId", id);
}
