using System.Text.Json;

namespace Talon.Load;

/// <summary>An Application with a loyalty programme and ten campaigns, one of which gives a discount and points for a coupon.</summary>
internal sealed class LoadShop
{
    /// <summary>Codes that one call creates.</summary>
    private const int Batch = 20_000;

    private const string Cart =
        """
        "cartItems":[{"name":"Red Spring Blouse","sku":"rdbs-1111","quantity":1,"price":49,"category":"Shirts"},{"name":"Denim Trousers","sku":"dtr-2222","quantity":1,"price":74,"category":"Trousers"}]
        """;

    private readonly ManagementCall _call;

    private LoadShop(ManagementCall call, long application, long campaign, long program, string key) =>
        (_call, Application, Campaign, Program, Key) = (call, application, campaign, program, key);

    public long Application { get; }

    /// <summary>The campaign of the coupons.</summary>
    public long Campaign { get; }

    public long Program { get; }

    public string Key { get; }

    private string CampaignPath => $"/v1/applications/{Application}/campaigns/{Campaign}";

    public static async Task<LoadShop> CreateAsync(ManagementCall call)
    {
        var application = Id(await call(HttpMethod.Post, "/v1/applications", """{"name":"Load","timezone":"UTC","currency":"EUR"}"""));
        var program = Id(await call(
            HttpMethod.Post,
            "/v1/loyalty_programs",
            """{"name":"stars","title":"Stars","timezone":"UTC","defaultValidity":"unlimited","defaultPending":"immediate","allowSubledger":false,"sandbox":false}"""));
        long first = 0;
        for (var i = 0; i < 10; i++)
        {
            var campaigns = $"/v1/applications/{application}/campaigns";
            var campaign = Id(await call(HttpMethod.Post, campaigns, $$"""{"name":"Campaign {{i}}","state":"enabled","tags":[],"features":["coupons","loyalty"],"limits":[]}"""));
            var (condition, more) = i == 0
                ? ("""["couponValid"]""", $$""",["addLoyaltyPoints","stars","",[".","Session","Total"],"Points for money"]""")
                : ($$"""[">=",[".","Session","Total"],{{i * 1000}}]""", "");
            await call(
                HttpMethod.Post,
                $"{campaigns}/{campaign}/rulesets",
                $$"""{"rules":[{"title":"Rule","condition":["and",{{condition}}],"effects":[["setDiscount","Discount",["*",[".","Session","Total"],0.2]]{{more}}]}],"bindings":[],"activate":true}""");
            first = first == 0 ? campaign : first;
        }

        var key = await call(HttpMethod.Post, $"/v1/applications/{application}/apikeys", """{"title":"Load","expires":"2999-01-01T00:00:00Z"}""");
        return new LoadShop(call, application, first, program, key.GetProperty("key").GetString()!);
    }

    /// <summary>Creates coupons of one use each.</summary>
    public async Task<IReadOnlyList<string>> CouponsAsync(int count)
    {
        var codes = new List<string>();
        while (codes.Count < count)
        {
            var created = await _call(HttpMethod.Post, CampaignPath + "/coupons?silent=no", $$"""{"usageLimit":1,"numberOfCoupons":{{Math.Min(Batch, count - codes.Count)}}}""");
            codes.AddRange(created.GetProperty("data").EnumerateArray().Select(coupon => coupon.GetProperty("value").GetString()!));
        }

        return codes;
    }

    /// <summary>Creates a coupon of a million uses.</summary>
    public Task HotCouponAsync(string code) =>
        _call(HttpMethod.Post, CampaignPath + "/coupons", $$"""{"usageLimit":999999,"numberOfCoupons":1,"couponPattern":"{{code}}"}""");

    /// <summary>What the campaign's analytics say: sessions, redemptions and points.</summary>
    public async Task<(long Sessions, long Redemptions, decimal Points)> CountedAsync()
    {
        var report = await _call(HttpMethod.Get, CampaignPath + "/analytics?rangeStart=2020-01-01&rangeEnd=2999-01-01&granularity=1%20year", "");
        var data = report.GetProperty("data");
        if (data.GetArrayLength() == 0)
            return default;
        var total = data[data.GetArrayLength() - 1];
        return (total.GetProperty("totalCampaignSessions").GetInt64(), total.GetProperty("totalCouponRedemptions").GetInt64(), total.GetProperty("totalAddedLoyaltyPoints").GetDecimal());
    }

    /// <summary>How much work was set aside after it failed.</summary>
    public async Task<long> ParkedAsync() => (await _call(HttpMethod.Get, "/v1/parked_work", "")).GetProperty("totalResultSize").GetInt64();

    /// <summary>An update of an open session.</summary>
    public static (string Path, string Body) Open(string run, int number) =>
        ($"/v2/customer_sessions/{run}-{number}", $$"""{"customerSession":{"profileId":"{{run}}-p{{number}}",{{Cart}}""" + "}}");

    /// <summary>A cart of 123 that is closed at once with a coupon.</summary>
    public static (string Path, string Body) Close(string run, int number, string code) =>
        ($"/v2/customer_sessions/{run}-{number}", $$"""{"customerSession":{"profileId":"{{run}}-p{{number}}","state":"closed","couponCodes":["{{code}}"],{{Cart}}""" + "}}");

    private static long Id(JsonElement created) => created.GetProperty("id").GetInt64();
}
