using System.Net;
using System.Text.Json;

namespace Talon.Functions.Tests;

public sealed class HttpFunctionTests
{
    [Fact]
    public async Task A_session_is_updated_and_closed_without_a_durable_call()
    {
        var world = await FunctionsWorld.InMemory().WithShopAsync();

        var open = await world.PutSessionAsync("cart-1");
        var closed = await world.PutSessionAsync("cart-1", "closed");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (open.StatusCode, closed.StatusCode));
        Assert.Contains(Effects(closed), effect => effect == "setDiscount");
    }

    [Fact]
    public async Task An_answer_says_that_it_is_json()
    {
        var world = await FunctionsWorld.InMemory().WithShopAsync();

        var response = await world.PutSessionAsync("cart-1");

        Assert.Equal("application/json", Assert.Single(response.Headers.GetValues("Content-Type")));
    }

    [Fact]
    public async Task An_answer_without_content_is_truly_empty()
    {
        var world = await FunctionsWorld.InMemory().WithShopAsync();
        var application = (await world.SetUpAsync("/v1/applications", """{"name":"Other","timezone":"UTC","currency":"EUR"}""")).GetProperty("id").GetRawText();
        var key = (await world.SetUpAsync($"/v1/applications/{application}/apikeys", """{"title":"web","expires":"2999-01-01T00:00:00Z"}""")).GetProperty("id").GetRawText();

        var response = await world.SendAsync("DELETE", $"/v1/applications/{application}/apikeys/{key}", null, ("Authorization", "ManagementKey-v1 management-key-of-the-tests"));

        Assert.Equal((HttpStatusCode.NoContent, ""), (response.StatusCode, response.Text));
        Assert.False(response.Headers.Contains("Content-Type"));
    }

    [Fact]
    public async Task An_id_with_a_slash_stays_whole()
    {
        var world = await FunctionsWorld.InMemory().WithShopAsync();

        var response = await world.PutSessionAsync("sess%2Fwith%20space%25");

        Assert.Equal("sess/with space%", JsonElement.Parse(response.Text).GetProperty("customerSession").GetProperty("integrationId").GetString());
    }

    [Fact]
    public async Task An_id_that_looks_like_an_escape_stays_whole_behind_the_front_end()
    {
        var world = await FunctionsWorld.InMemory().WithShopAsync();

        var response = await world.PutSessionAsync("a%2Fb", "open", ("X-WAWS-Unencoded-URL", "/v2/customer_sessions/a%252Fb"));

        Assert.Equal("a%2Fb", JsonElement.Parse(response.Text).GetProperty("customerSession").GetProperty("integrationId").GetString());
    }

    [Theory]
    [InlineData("GET", "/v2/nothing", HttpStatusCode.NotFound)]
    [InlineData("PATCH", "/v2/customer_sessions/a", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/v2/customer_sessions/a", HttpStatusCode.Unauthorized)]
    public async Task Refusals_are_the_APIs_own(string method, string path, HttpStatusCode status)
    {
        var response = await FunctionsWorld.InMemory().SendAsync(method, path, "{}");

        Assert.Equal(status, response.StatusCode);
        Assert.NotEmpty(JsonElement.Parse(response.Text).GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task Health_answers_without_a_store()
    {
        var response = await new FunctionsWorld(null!, null!).SendAsync("GET", "/v1/status/health", null);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Every_function_answers()
    {
        var world = FunctionsWorld.InMemory();
        foreach (var route in FunctionRoute.All)
        {
            var path = "/" + route.Route.Replace("{version:length(2)}", "v9", StringComparison.Ordinal).Replace("{*rest}", "x", StringComparison.Ordinal);

            var response = await world.SendAsync("GET", path, null);

            Assert.Equal("application/json", Assert.Single(response.Headers.GetValues("Content-Type")));
        }
    }

    private static IEnumerable<string> Effects(FakeResponse response) =>
        JsonElement.Parse(response.Text).GetProperty("effects").EnumerateArray().Select(effect => effect.GetProperty("effectType").GetString()!);
}
