#:project ../src/Talon.Http/Talon.Http.csproj
// Loads the clothing store of the tutorial into an empty Talon: dotnet run infra/load-demo.cs -- URL MANAGEMENT_KEY
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Talon.Http;

if (args is not [var url, var managementKey])
{
    Console.Error.WriteLine("Usage: dotnet run infra/load-demo.cs -- URL MANAGEMENT_KEY");
    return 1;
}

url = url.TrimEnd('/');
using var http = new HttpClient { BaseAddress = new Uri(url + "/") };
http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"ManagementKey-v1 {managementKey}");
var folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "../src/Talon.Server/Demo/Store");
var store = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
    .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
    .Where(SetupFiles.Owns)
    .ToDictionary(path => path, path => File.ReadAllText(Path.Combine(folder, path)));

try
{
    var application = $"v1/applications/{Id(await PostAsync("v1/setup", SetupFiles.Join(store).Document.ToJsonString()), "applicationId")}";
    var campaigns = await ReadAsync(await http.GetAsync(new Uri($"{application}/campaigns?name=Any%20valid%20coupon", UriKind.Relative)));
    await PostAsync($"{application}/campaigns/{Id(campaigns.GetProperty("data")[0], "id")}/coupons", """{"usageLimit":999999,"numberOfCoupons":1,"couponPattern":"xmas20"}""");
    var key = (await PostAsync($"{application}/apikeys", """{"title":"Demo","expires":"2999-01-01T00:00:00Z"}""")).GetProperty("key").GetString();
    Console.WriteLine($$$"""
        The demo store is loaded. Its Integration API key, shown this once: {{{key}}}

        Try it:

        curl -X PUT {{{url}}}/v2/customer_sessions/my_session_id -H 'Authorization: ApiKey-v1 {{{key}}}' -H 'Content-Type: application/json' -d '{"customerSession":{"cartItems":[{"name":"Red Spring Blouse","sku":"rdbs-1111","quantity":1,"price":49,"category":"Shirts"},{"name":"Denim Trousers","sku":"dtr-2222","quantity":1,"price":74,"category":"Trousers"}],"couponCodes":["xmas20"]}}'
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
    return await ReadAsync(await http.PostAsync(new Uri(path, UriKind.Relative), content));
}

static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
{
    using var response = answer;
    var text = await response.Content.ReadAsStringAsync();
    if (!response.IsSuccessStatusCode)
        throw new HttpRequestException($"{response.RequestMessage!.RequestUri} answered {(int)response.StatusCode}: {text}");
    return text.Length == 0 ? default : JsonElement.Parse(text);
}

static string Id(JsonElement entity, string member) => entity.GetProperty(member).GetRawText();

static string ThisFile([CallerFilePath] string path = "") => path;
