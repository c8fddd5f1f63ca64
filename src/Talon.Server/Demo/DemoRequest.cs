using System.Text;
using Talon.Http;

namespace Talon.Server;

/// <summary>The request that the server prints after it loaded the demo store.</summary>
/// <param name="Key">The key of the store's Integration API.</param>
internal sealed record DemoRequest(string Key)
{
    private const string Path = "/v2/customer_sessions/my_session_id";

    private const string Cart =
        """[{"name":"Red Spring Blouse","sku":"rdbs-1111","quantity":1,"price":49,"category":"Shirts"},{"name":"Denim Trousers","sku":"dtr-2222","quantity":1,"price":74,"category":"Trousers"}]""";

    private const string Body = "{\"customerSession\":{\"cartItems\":" + Cart + ",\"couponCodes\":[\"" + DemoStore.CouponCode + "\"]}}";

    /// <summary>What to try, and the answer to expect.</summary>
    public async Task<string> DescribeAsync(Api api, string baseUrl) =>
        $"""

        The demo store is loaded. Its Integration API key, shown this once: {Key}

        Try it:

        curl -X PUT {baseUrl}{Path} -H 'Authorization: ApiKey-v1 {Key}' -H 'Content-Type: application/json' -d '{Body}'

        The answer:

        {await AnswerAsync(api)}

        """;

    // The answer comes from the server itself, by a dry request, which also gets it warm.
    private async Task<string> AnswerAsync(Api api)
    {
        var response = await api.HandleAsync(
            new ApiRequest
            {
                Method = "PUT",
                Path = Path,
                Query = "dry=true",
                Header = name => name == "Authorization" ? $"ApiKey-v1 {Key}" : null,
                Body = new MemoryStream(Encoding.UTF8.GetBytes(Body)),
            },
            CancellationToken.None);
        return Encoding.UTF8.GetString(response.Body.Span);
    }
}
