namespace Talon.Server.Tests;

public sealed class KeyTests(ServerFixture server)
{
    private const string Session = """{"customerSession":{"cartItems":[]}}""";

    public static TheoryData<string?> BadKeys { get; } = new()
    {
        (string?)null,
        "",
        "ApiKey-v1",
        "ApiKey-v1 ",
        "ApiKey-v1 nosuchkey",
        "Bearer abc",
        $"ManagementKey-v1 {ServerFixture.ManagementKey}",
        $"ApiKey-v1 {ServerFixture.ManagementKey}",
        "ApiKey-v1 " + new string('x', 10_000),
    };

    [Theory]
    [MemberData(nameof(BadKeys))]
    public async Task Any_other_key_is_a_401_with_the_status_in_the_body(string? authorization)
    {
        var shop = await server.CreateShopAsync();
        var reply = (await shop.With(authorization).PutAsync("/v2/customer_sessions/s", Session)).Expect(401);
        Assert.Equal(401, reply.Json.GetProperty("StatusCode").GetInt32());
        Assert.NotEmpty(reply.Json.GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task An_integration_key_opens_no_management_operation()
    {
        var shop = await server.CreateShopAsync();
        (await shop.Api.PostAsync("/v1/applications", "{}")).Expect(401);
        (await shop.With($"ManagementKey-v1 {shop.Key}").PostAsync("/v1/applications", "{}")).Expect(401);
    }

    [Fact]
    public async Task A_key_sees_its_own_Application_only()
    {
        var (shop, other) = (await server.CreateShopAsync(), await server.CreateShopAsync());
        (await shop.PutSessionAsync("mine", Shop.Cart)).Expect(200);
        (await other.Api.GetAsync("/v2/customer_sessions/mine")).Expect(404);
    }

    [Fact]
    public async Task A_staging_key_may_only_send_dry_session_updates()
    {
        var shop = await server.CreateShopAsync();
        var staging = shop.With("ApiKey-v1 " + await shop.CreateKeyAsync(",\"type\":\"staging\""));
        (await staging.PutAsync("/v2/customer_sessions/s?dry=true", Session)).Expect(200);
        (await staging.PutAsync("/v2/customer_sessions/s", Session)).Expect(401);
        (await staging.GetAsync("/v2/customer_sessions/s")).Expect(401);
        (await staging.PutAsync("/v2/customer_profiles/p?runRuleEngine=true&dry=true", "{}")).Expect(401);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3650)]
    public async Task The_time_offset_of_a_key_moves_the_clock_of_its_requests(long days)
    {
        var shop = await server.CreateShopAsync();
        await shop.CreateCouponAsync(await shop.CreateCampaignAsync(), "laterOn", more: $",\"startDate\":\"{DateTimeOffset.UtcNow.AddDays(1):O}\"");
        var later = shop.With("ApiKey-v1 " + await shop.CreateKeyAsync($",\"timeOffset\":{days * 86_400_000_000_000}"));
        var body = $$"""{"customerSession":{{{Shop.Cart}},"couponCodes":["laterOn"]} }""";
        Assert.Equal(["rejectCoupon"], (await shop.Api.PutAsync("/v2/customer_sessions/a", body)).Expect(200).EffectTypes);
        Assert.Equal(["acceptCoupon", "setDiscount"], (await later.PutAsync("/v2/customer_sessions/b", body)).Expect(200).EffectTypes);
    }
}
