namespace Talon.Server.Tests;

/// <summary>Coupons, referrals, audiences, catalogs, and the campaigns themselves.</summary>
internal static class CampaignCases
{
    private const string Prices = "\"skus\":[\"sneaker\"],\"timeframe\":\"30\",\"timeframeEndDate\":\"2998-01-01T00:00:00Z\"";

    public static IReadOnlyList<ConformanceCase> Cases { get; } =
    [
        new("createCouponReservation", 201, """{"integrationIDs":["{anna}","{bert}"]}"""),
        new("createCouponReservation", 400, "{}"),
        new("createCouponReservation", 404, """{"integrationIDs":["{anna}"]}""", Ids: ConformanceCase.Path("couponValue", "nosuch")),
        new("getReservedCustomers", 200),
        new("getReservedCustomers", 404, Ids: ConformanceCase.Path("couponValue", "nosuch")),
        new("deleteCouponReservation", 204, """{"integrationIDs":["{bert}"]}"""),
        new("deleteCouponReservation", 404, """{"integrationIDs":["{anna}"]}""", Ids: ConformanceCase.Path("couponValue", "nosuch")),

        new("createReferral", 201, """{"campaignId":{referralCampaignId},"advocateProfileIntegrationId":"{anna}","friendProfileIntegrationId":"{bert}","startDate":"2020-01-01T00:00:00Z","expiryDate":"2999-01-01T00:00:00Z","usageLimit":1}"""),
        new("createReferral", 400, """{"campaignId":999999999,"advocateProfileIntegrationId":"{anna}"}"""),
        new("createReferralsForMultipleAdvocates", 201, """{"campaignId":{referralCampaignId},"advocateProfileIntegrationIds":["{anna}","{bert}"],"usageLimit":1}""", "?silent=no"),
        new("createReferralsForMultipleAdvocates", 204, """{"campaignId":{referralCampaignId},"advocateProfileIntegrationIds":["{anna}"],"usageLimit":1,"validCharacters":["A","B"],"referralPattern":"REF-########"}"""),
        new("createReferralsForMultipleAdvocates", 400, """{"campaignId":{referralCampaignId},"advocateProfileIntegrationIds":["{anna}"],"usageLimit":-1}"""),

        new("createAudienceV2", 201, """{"name":"Travel","sandbox":true,"description":"Travel audience 18-27","integration":"mparticle","integrationId":"{segment}2","createdIn3rdParty":true,"lastUpdate":"2022-04-26T11:02:38Z"}"""),
        new("createAudienceV2", 409, """{"name":"Others","integration":"mparticle","integrationId":"{segment}2"}"""),
        new("updateAudienceV2", 200, """{"name":"Regular customers"}"""),
        new("updateAudienceV2", 404, """{"name":"Regular customers"}""", Ids: Audience),
        new("updateCustomerProfileAudiences", 204, """{"data":[{"action":"add","profileIntegrationId":"{anna}","audienceId":{audienceId}},{"action":"delete","profileIntegrationId":"{bert}","audienceId":{audienceId}}]}"""),
        new("updateCustomerProfileAudiences", 404, """{"data":[{"action":"add","profileIntegrationId":"{anna}","audienceId":999999999}]}"""),
        new("updateAudienceCustomersAttributes", 204, """{"ShippingCity":"Berlin"}"""),
        new("updateAudienceCustomersAttributes", 400, """{"nosuch":1}"""),
        new("updateAudienceCustomersAttributes", 404, "{}", Ids: Audience),
        new("deleteAudienceMembershipsV2", 204),
        new("deleteAudienceMembershipsV2", 404, Ids: Audience),
        new("deleteAudienceV2", 400),
        new("deleteAudienceV2", 404, Ids: Audience),
        new("deleteAudienceV2", 204, Ids: ConformanceCase.Path("audienceId", "{short}")) { Before = world => world.RememberAsync("short", "/v2/audiences", """{"name":"Short"}""") },

        new("syncCatalog", 200, """{"actions":[{"type":"ADD_PRICE_ADJUSTMENT","payload":{"sku":"sneaker","adjustments":[{"priceType":"base","price":70,"referenceId":"68851723-e6fa-488f-ace9-112581e6c19b","contextId":"Summer","effectiveFrom":"2020-01-01T00:00:00Z"}]}}]}"""),
        new("syncCatalog", 400, """{"actions":[{"type":"ADD","payload":{"sku":"a"}},{"type":"REMOVE","payload":{"sku":"b"}}]}"""),
        new("syncCatalog", 404, """{"actions":[{"type":"REMOVE","payload":{"sku":"b"}}]}""", Ids: ConformanceCase.Path("catalogId", "999999999")),
        new("bestPriorPrice", 200, $$"""{{{Prices}},"timeframeEndDateType":"strict"}"""),
        new("bestPriorPrice", 200, $$"""{{{Prices}},"timeframeEndDateType":"price","target":{"audienceID":{audienceId},"targetType":"AUDIENCE"} }"""),
        new("bestPriorPrice", 400, """{"skus":[]}"""),
        new("bestPriorPrice", 404, $$"""{{{Prices}},"timeframeEndDateType":"sale","target":{"targetType":"AUDIENCE","audienceID":999999999} }"""),

        new("integrationGetAllCampaigns", 200, Query: "?pageSize=3&storeId={storeId}"),
        new("integrationGetAllCampaigns", 200, Query: "?audienceId={audienceId}"),
        new("integrationGetAllCampaigns", 400, Query: "?pageSize=0"),
        new("integrationGetAllCampaigns", 404, Query: "?storeId=999999999"),
    ];

    private static IReadOnlyDictionary<string, string> Audience => ConformanceCase.Path("audienceId", "999999999");
}
