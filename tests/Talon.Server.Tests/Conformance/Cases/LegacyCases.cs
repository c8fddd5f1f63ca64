namespace Talon.Server.Tests;

/// <summary>The calls of older SDKs.</summary>
internal static class LegacyCases
{
    public static IReadOnlyList<ConformanceCase> Cases { get; } =
    [
        new("updateCustomerSession", 200, """{"profileId":"{anna}","coupon":"ANYTHING","referral":"WRONG","identifiers":["91.11.156.141"],"cartItems":[{"name":"Blouse","sku":"rdbs-1111","quantity":1,"price":49}],"attributes":{"PaymentMethod":"card"}}""", Ids: ConformanceCase.Path("customerSessionId", "older")),
        new("updateCustomerSession", 200, """{"coupon":"ANYTHING","cartItems":[]}""", "?dry=true", ConformanceCase.Path("customerSessionId", "oldest")),
        new("updateCustomerSession", 400, """{"coupon":1,"attributes":{"nosuch":1}}"""),
        new("updateCustomerSession", 409, """{"profileId":"{bert}"}""", Ids: ConformanceCase.Path("customerSessionId", "race")) { IsRace = true },
        new("updateCustomerProfile", 200, """{"attributes":{"ShippingCity":"Seattle"}}"""),
        new("updateCustomerProfile", 400, """{"attributes":{"nosuch":1}}"""),
        new("updateCustomerProfile", 409, "{}", Ids: ConformanceCase.Path("integrationId", "{bert}")) { IsRace = true },
        new("trackEvent", 200, """{"type":"{survey}","attributes":{"{rating}":3},"sessionId":"older"}"""),
        new("trackEvent", 400, """{"type":"{survey}"}"""),
        new("trackEvent", 404, """{"type":"{survey}","attributes":{},"sessionId":"nosuch"}"""),
        new("trackEvent", 409, """{"profileId":"{bert}","type":"{survey}","attributes":{},"sessionId":"race"}""") { IsRace = true },
    ];
}
