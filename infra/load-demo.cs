// Loads the clothing store of the tutorial into an empty Talon: dotnet run infra/load-demo.cs -- URL MANAGEMENT_KEY
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

if (args is not [var url, var managementKey])
{
    Console.Error.WriteLine("Usage: dotnet run infra/load-demo.cs -- URL MANAGEMENT_KEY");
    return 1;
}

using var http = new HttpClient { BaseAddress = new Uri(url.TrimEnd('/') + "/") };
http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"ManagementKey-v1 {managementKey}");

(string Name, string Features, string Rules)[] campaigns =
[
    ("Any valid coupon", "[\"coupons\"]", """[{"title":"Any valid coupon gives 20% off","condition":["and",["couponValid"]],"effects":[["setDiscount","20% off",["*",[".","Session","Total"],0.2]]]}]"""),
    ("Free delivery in Seattle", "[]", """[{"title":"Deliveries to Seattle are free","condition":["and",["=",[".","Session","Attributes","shippingCity"],"Seattle"]],"effects":[["showNotification","Offer","Free delivery","Your order is delivered free of charge."]]}]"""),
    ("Welcome to customers in Washington", "[]", """[{"title":"A customer in Washington is welcomed","condition":["and",["=",[".","Profile","ShippingRegion"],"Washington"]],"effects":[["showNotification","Info","Welcome","Good to see you again."]]}]"""),
];

try
{
    var application = $"v1/applications/{Id(await PostAsync("v1/applications", """{"name":"Clothing store","timezone":"UTC","currency":"EUR"}"""))}";
    foreach (var (entity, name, title) in new[] { ("CustomerSession", "shippingCity", "Shipping city"), ("CustomerProfile", "MyAttribute", "My attribute"), ("CartItem", "color", "Color") })
        await PostAsync("v1/attributes", $$"""{"entity":"{{entity}}","name":"{{name}}","title":"{{title}}","type":"string","description":"{{title}}","suggestions":[],"editable":true}""");
    foreach (var (name, features, rules) in campaigns)
    {
        var campaign = $"{application}/campaigns/{Id(await PostAsync($"{application}/campaigns", $$"""{"name":"{{name}}","description":"","state":"enabled","tags":[],"features":{{features}},"limits":[]}"""))}";
        await PostAsync($"{campaign}/rulesets", $$"""{"rules":{{rules}},"bindings":[],"activate":true}""");
        if (features != "[]")
            await PostAsync($"{campaign}/coupons", """{"usageLimit":999999,"numberOfCoupons":1,"couponPattern":"xmas20"}""");
    }

    var key = (await PostAsync($"{application}/apikeys", """{"title":"Demo","expires":"2999-01-01T00:00:00Z"}""")).GetProperty("key").GetString();
    Console.WriteLine($$$"""
        The demo store is loaded. Its Integration API key, shown this once: {{{key}}}

        Try it:

        curl -X PUT {{{url.TrimEnd('/')}}}/v2/customer_sessions/my_session_id -H 'Authorization: ApiKey-v1 {{{key}}}' -H 'Content-Type: application/json' -d '{"customerSession":{"cartItems":[{"name":"Red Spring Blouse","sku":"rdbs-1111","quantity":1,"price":49,"category":"Shirts"},{"name":"Denim Trousers","sku":"dtr-2222","quantity":1,"price":74,"category":"Trousers"}],"couponCodes":["xmas20"]}}'
        """);
    return 0;
}
catch (HttpRequestException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

async Task<JsonElement> PostAsync(string path, string body)
{
    using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
    using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content);
    var text = await response.Content.ReadAsStringAsync();
    if (!response.IsSuccessStatusCode)
        throw new HttpRequestException($"POST /{path} answered {(int)response.StatusCode}: {text}");
    return text.Length == 0 ? default : JsonElement.Parse(text);
}

static string Id(JsonElement created) => created.GetProperty("id").GetRawText();
