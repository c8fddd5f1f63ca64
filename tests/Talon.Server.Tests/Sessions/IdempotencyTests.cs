namespace Talon.Server.Tests;

public sealed class IdempotencyTests(ServerFixture server)
{
    private const string Target = "/v2/customer_sessions/s";

    private const string Body = """{"customerSession":{"cartItems":[{"sku":"a","quantity":1,"price":1}]},"responseContent":["customerSession"]}""";

    [Fact]
    public async Task A_repeat_gets_the_same_answer_and_changes_nothing()
    {
        var shop = await server.CreateShopAsync();
        var first = (await shop.Api.PutAsync(Target, Body, "key")).Expect(200);
        Assert.Equal(first.Text, (await shop.Api.PutAsync(Target, Body, "key")).Expect(200).Text);
        Assert.Equal(1, (await shop.Api.GetAsync(Target)).Expect(200).Json.GetProperty("customerSession").GetProperty("updateCount").GetInt64());
        var other = (await shop.Api.PutAsync(Target, Body, "another")).Expect(200);
        Assert.Equal(2, other.Json.GetProperty("customerSession").GetProperty("updateCount").GetInt64());
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused()
    {
        var shop = await server.CreateShopAsync();
        (await shop.Api.PutAsync(Target, Body, "key")).Expect(200);
        (await shop.Api.PutAsync(Target, """{"customerSession":{}}""", "key")).Expect(400);
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free()
    {
        var shop = await server.CreateShopAsync();
        (await shop.Api.PutAsync(Target, "{}", "key")).Expect(400);
        (await shop.Api.PutAsync(Target, Body, "key")).Expect(200);
    }
}
