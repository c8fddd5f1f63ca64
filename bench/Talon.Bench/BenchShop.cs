namespace Talon.Bench;

/// <summary>An Application with ten campaigns and a cart.</summary>
internal static class BenchShop
{
    private const int Campaigns = 10;

    /// <summary>The cart of the tutorial with the coupon.</summary>
    public const string Session =
        """{"customerSession":{"cartItems":[{"name":"Red Spring Blouse","sku":"rdbs-1111","quantity":1,"price":49,"category":"Shirts"},{"name":"Denim Trousers","sku":"dtr-2222","quantity":1,"price":74,"category":"Trousers"}],"couponCodes":["xmas20"]}}""";

    /// <summary>Sets the Application up and returns its key.</summary>
    public static async Task<string> CreateAsync(BenchClient management)
    {
        var application = (await management.SendAsync(HttpMethod.Post, "/v1/applications", """{"name":"Bench","timezone":"UTC","currency":"EUR"}""")).GetProperty("id");
        for (var i = 0; i < Campaigns; i++)
        {
            var path = $"/v1/applications/{application}/campaigns";
            var campaign = (await management.SendAsync(
                HttpMethod.Post, path, $$"""{"name":"Campaign {{i}}","state":"enabled","tags":[],"features":["coupons"],"limits":[]}""")).GetProperty("id");
            var condition = i == 0 ? """["couponValid"]""" : $$"""[">=",[".","Session","Total"],{{i * 30}}]""";
            await management.SendAsync(
                HttpMethod.Post,
                $"{path}/{campaign}/rulesets",
                $$"""{"rules":[{"title":"Rule","condition":["and",{{condition}}],"effects":[["setDiscount","Discount {{i}}",["*",[".","Session","Total"],0.2]]]}],"bindings":[],"activate":true}""");
            if (i == 0)
                await management.SendAsync(HttpMethod.Post, $"{path}/{campaign}/coupons", """{"usageLimit":0,"numberOfCoupons":1,"couponPattern":"xmas20"}""");
        }

        var key = await management.SendAsync(HttpMethod.Post, $"/v1/applications/{application}/apikeys", """{"title":"Bench","expires":"2999-01-01T00:00:00Z"}""");
        return key.GetProperty("key").GetString()!;
    }
}
