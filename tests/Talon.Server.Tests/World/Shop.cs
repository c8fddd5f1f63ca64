using System.Globalization;

namespace Talon.Server.Tests;

/// <summary>An Application with a key.</summary>
internal sealed class Shop
{
    /// <summary>The cart of the tutorial: 123 in two lines.</summary>
    public const string Cart = """
        "cartItems":[{"name":"Red Spring Blouse","sku":"rdbs-1111","quantity":1,"price":49,"category":"Shirts"},{"name":"Denim Trousers","sku":"dtr-2222","quantity":1,"price":74,"category":"Trousers"}]
        """;

    private readonly HttpClient _http;
    private readonly string _baseUrl;
    private readonly ApiClient _management;

    private Shop(HttpClient http, string baseUrl, ApiClient management, long id, string key) =>
        (_http, _baseUrl, _management, Id, Key) = (http, baseUrl, management, id, key);

    /// <summary>The Application.</summary>
    public long Id { get; }

    /// <summary>Its Integration API key.</summary>
    public string Key { get; }

    /// <summary>Calls the Integration API.</summary>
    public ApiClient Api => With($"ApiKey-v1 {Key}");

    /// <summary>An integration id, or a name, that nobody has used.</summary>
    public static string NewId(string prefix = "id") => $"{prefix}_{Guid.NewGuid():N}";

    public static async Task<Shop> CreateAsync(HttpClient http, string baseUrl, ApiClient management)
    {
        var application = (await management.PostAsync("/v1/applications", $$"""{"name":"{{NewId()}}","timezone":"UTC","currency":"EUR"}""")).Expect(201);
        var id = application.Json.GetProperty("id").GetInt64();
        var key = await CreateKeyAsync(management, id, "");
        return new Shop(http, baseUrl, management, id, key);
    }

    /// <summary>Calls the server with any authorization.</summary>
    public ApiClient With(string? authorization) => new(_http, _baseUrl, authorization);

    /// <summary>Another key; <paramref name="more"/> is further members, such as <c>,"type":"staging"</c>.</summary>
    public Task<string> CreateKeyAsync(string more) => CreateKeyAsync(_management, Id, more);

    /// <summary>A campaign with one rule; the condition and the effects are Talang.</summary>
    public async Task<long> CreateCampaignAsync(
        string condition = """["couponValid"]""",
        string effects = """[["setDiscount","20 % off",["*",[".","Session","Total"],0.2]]]""",
        string state = "enabled",
        string limits = "[]",
        string more = "")
    {
        var campaigns = string.Create(CultureInfo.InvariantCulture, $"/v1/applications/{Id}/campaigns");
        var campaign = (await _management.PostAsync(
            campaigns, $$"""{"name":"Campaign","description":"","state":"{{state}}","tags":[],"features":["coupons"],"limits":{{limits}}{{more}}}""")).Expect(201);
        var id = campaign.Json.GetProperty("id").GetInt64();
        (await _management.PostAsync(
            string.Create(CultureInfo.InvariantCulture, $"{campaigns}/{id}/rulesets"),
            $$"""{"rules":[{"title":"The rule","condition":{{condition}},"effects":{{effects}}}],"bindings":[],"activate":true}""")).Expect(201);
        return id;
    }

    /// <summary>A coupon with that code.</summary>
    public async Task CreateCouponAsync(long campaign, string code, int usageLimit = 0, string more = "") =>
        (await _management.PostAsync(
            string.Create(CultureInfo.InvariantCulture, $"/v1/applications/{Id}/campaigns/{campaign}/coupons"),
            string.Create(CultureInfo.InvariantCulture, $$"""{"usageLimit":{{usageLimit}},"numberOfCoupons":1,"couponPattern":"{{code}}"{{more}}}"""))).Expect(204);

    /// <summary>An attribute; returns its name, which is new.</summary>
    public async Task<string> CreateAttributeAsync(string entity, string type = "string")
    {
        var name = NewId("attribute");
        (await _management.PostAsync(
            "/v1/attributes",
            $$"""{"entity":"{{entity}}","name":"{{name}}","title":"{{name}}","type":"{{type}}","description":"","suggestions":[],"editable":true}""")).Expect(201);
        return name;
    }

    /// <summary>Updates a session; <paramref name="session"/> is the members of customerSession, <paramref name="more"/> of the request.</summary>
    public Task<Reply> PutSessionAsync(string id, string session, string query = "", string more = "") =>
        Api.PutAsync($"/v2/customer_sessions/{Uri.EscapeDataString(id)}{query}", $$"""{"customerSession":{{{session}}}{{more}}}""");

    private static async Task<string> CreateKeyAsync(ApiClient management, long application, string more) =>
        (await management.PostAsync(
            string.Create(CultureInfo.InvariantCulture, $"/v1/applications/{application}/apikeys"),
            $$"""{"title":"Test","expires":"2999-01-01T00:00:00Z"{{more}}}""")).Expect(201).Json.GetProperty("key").GetString()!;
}
