using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Talon.Cli.Tests;

public sealed partial class PreviewCommandTests
{
    private const string Campaign = "Any valid coupon";

    [Fact]
    public async Task The_sessions_closed_last_are_shown_as_a_table_with_sums()
    {
        await using var server = await LocalServer.StartAsync(demo: true);
        await CloseAsync(server, "order-1", 200);
        await CloseAsync(server, "order-2", 50.50m);

        var (exit, output, error) = await server.RunAsync("preview", Campaign, "--last", "100");
        var json = await server.RunAsync("preview", Campaign, "--last", "100", "--json");

        Assert.Equal((0, ""), (exit, error));
        Assert.Matches(@"order-1\s+│\s+ann\s+│\s+200\s+│\s+40\s+│\s+0\s+│\s+acceptCoupon,\s+", output);
        Assert.EndsWith("\"Any valid coupon\" would have done something for 2 of 2 sessions: 50.1 EUR of discounts on 250.5 EUR, 0 points.\n", output);
        Assert.Equal(50.1m, JsonDocument.Parse(json.Output).RootElement.GetProperty("cost").GetDecimal());
    }

    [Fact]
    public async Task A_cart_says_why_rules_do_not_apply()
    {
        await using var server = await LocalServer.StartAsync(demo: true);
        var cart = Path.GetTempFileName();
        await File.WriteAllTextAsync(cart, """{"customerSession":{"cartItems":[{"sku":"x","quantity":1,"price":10}]}}""", TestContext.Current.CancellationToken);

        var (exit, output, _) = await server.RunAsync("preview", "Free delivery in Seattle", "--cart", cart);
        File.Delete(cart);

        Assert.Equal(0, exit);
        Assert.Contains("\"Deliveries to Seattle are free\" did not apply: ", output);
        Assert.Contains("for 0 of 1 sessions", output);
    }

    [Theory]
    [InlineData(2, "preview", Campaign)]
    [InlineData(2, "preview", "no such campaign", "--last", "5")]
    [InlineData(2, "preview", Campaign, "--cart", "no-such-file.json")]
    [InlineData(3, "preview", Campaign, "--last", "999999")]
    public async Task A_wrong_question_is_refused(int expected, params string[] args)
    {
        await using var server = await LocalServer.StartAsync(demo: true);

        Assert.Equal(expected, (await server.RunAsync(args)).Exit);
    }

    private static async Task CloseAsync(LocalServer server, string id, decimal price)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("ApiKey-v1", DemoKey().Match(server.Printed).Groups[1].Value);
        var body = FormattableString.Invariant($$$"""{"customerSession":{"profileId":"ann","state":"closed","couponCodes":["xmas20"],"cartItems":[{"sku":"x","quantity":1,"price":{{{price}}}}]}}""");
        using var answer = await http.PutAsync($"{server.Url}/v2/customer_sessions/{id}", new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [GeneratedRegex(@"Integration API key, shown this once: (\S+)")]
    private static partial Regex DemoKey();
}
