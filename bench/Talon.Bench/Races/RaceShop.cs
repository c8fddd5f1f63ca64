using System.Text.Json;

namespace Talon.Bench;

/// <summary>An Application with a campaign whose coupons give a fifth off.</summary>
internal sealed class RaceShop(BenchClient management, BenchClient api)
{
    private const string Campaign = "/v1/applications/1/campaigns/1";

    /// <summary>Sets the Application up in an empty store, and returns its key.</summary>
    public static async Task<string> CreateAsync(BenchClient management)
    {
        await management.SendAsync(HttpMethod.Post, "/v1/applications", """{"name":"Race","timezone":"UTC","currency":"EUR"}""");
        await management.SendAsync(HttpMethod.Post, "/v1/applications/1/campaigns", """{"name":"Race","state":"enabled","tags":[],"features":["coupons"],"limits":[]}""");
        await management.SendAsync(
            HttpMethod.Post,
            $"{Campaign}/rulesets",
            """{"rules":[{"title":"A fifth off","condition":["couponValid"],"effects":[["setDiscount","A fifth off",["*",[".","Session","Total"],0.2]]]}],"bindings":[],"activate":true}""");
        var key = await management.SendAsync(HttpMethod.Post, "/v1/applications/1/apikeys", """{"title":"Race","expires":"2999-01-01T00:00:00Z"}""");
        return key.GetProperty("key").GetString()!;
    }

    /// <summary>Creates a coupon; 0 for no limit.</summary>
    public Task CreateCouponAsync(string code, int usageLimit) =>
        management.SendAsync(HttpMethod.Post, $"{Campaign}/coupons", FormattableString.Invariant($$"""{"usageLimit":{{usageLimit}},"numberOfCoupons":1,"couponPattern":"{{code}}"}"""));

    /// <summary>How often a coupon was redeemed, as the Management API shows it.</summary>
    public async Task<int> RedeemedAsync(string code)
    {
        var found = await management.SendAsync(HttpMethod.Get, $"{Campaign}/coupons/no_total?value={code}", "");
        return found.GetProperty("data")[0].GetProperty("usageCounter").GetInt32();
    }

    /// <summary>Closes a session with codes, and returns the effects.</summary>
    public async Task<JsonElement> CloseAsync(string session, string customer, params string[] codes) =>
        (await api.SendAsync(HttpMethod.Put, $"/v2/customer_sessions/{session}", $$"""{"customerSession":{"profileId":"{{customer}}","state":"closed","cartItems":[{"name":"Blouse","sku":"rdbs-1111","quantity":1,"price":49}],"couponCodes":{{JsonSerializer.Serialize(codes)}} } }""")).GetProperty("effects");

    /// <summary>A session and its net effects; an undefined element when there is none.</summary>
    public Task<JsonElement> ReadAsync(string session) => api.SendAsync(HttpMethod.Get, $"/v2/customer_sessions/{session}", "");

    /// <summary>A customer as an update without changes shows it.</summary>
    public async Task<JsonElement> CustomerAsync(string customer) =>
        (await api.SendAsync(HttpMethod.Put, $"/v2/customer_profiles/{customer}?runRuleEngine=true", """{"responseContent":["customerProfile"]}""")).GetProperty("customerProfile");

    /// <summary>The codes that effects accept.</summary>
    public static IEnumerable<string> Accepted(JsonElement effects) => Props(effects, "acceptCoupon").Select(props => props.GetProperty("value").GetString()!);

    /// <summary>Why codes are rejected.</summary>
    public static IEnumerable<string> Rejections(JsonElement effects) => Props(effects, "rejectCoupon").Select(props => props.GetProperty("rejectionReason").GetString()!);

    private static IEnumerable<JsonElement> Props(JsonElement effects, string type) =>
        effects.EnumerateArray().Where(effect => effect.GetProperty("effectType").GetString() == type).Select(effect => effect.GetProperty("props"));
}
