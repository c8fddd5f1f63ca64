using System.Text.Json;
using Talon.Promotions;

namespace Talon.Server.Tests;

public sealed class ManagementKeyTests
{
    [Fact]
    public async Task An_integration_key_is_changed_rotated_and_revoked()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        var made = await world.PostAsync($"{application}/apikeys", """{"title":"Shop","expires":"2999-01-01T00:00:00Z"}""");
        var (key, path) = (Secret(made), $"{application}/apikeys/{ManagementWorld.Id(made)}");

        await SessionAsync(world, key, 200);
        Assert.Equal("Shop 2", (await world.PutAsync(path, """{"title":"Shop 2","expires":"2998-01-01T00:00:00Z","type":"staging"}""")).GetProperty("title").GetString());
        await SessionAsync(world, key, 401);
        await world.PutAsync(path, """{"title":"Shop 2","expires":"2998-01-01T00:00:00Z"}""");
        var rotated = Secret(await world.PostAsync($"{path}/rotate", "", 200));
        await SessionAsync(world, key, 401);
        await SessionAsync(world, rotated, 200);
        Assert.False((await world.GetAsync(path)).TryGetProperty("key", out _));
        await world.PutAsync(path, """{"title":"Shop 2","expires":"2001-01-01T00:00:00Z"}""", 400);
        await world.DeleteAsync(path);
        await SessionAsync(world, rotated, 401);
        await world.GetAsync(path, 404);
        await world.PostAsync($"{path}/rotate", "", 404);
    }

    [Fact]
    public async Task A_key_tells_when_it_was_last_used()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        var made = await world.PostAsync($"{application}/apikeys", """{"title":"Shop","expires":"2999-01-01T00:00:00Z"}""");
        var manager = await world.PostAsync("/v1/management_keys", """{"name":"exports"}""");
        var (key, other) = ($"{application}/apikeys/{ManagementWorld.Id(made)}", $"/v1/management_keys/{ManagementWorld.Id(manager)}");
        Assert.False((await world.GetAsync(key)).TryGetProperty("lastUsed", out _));

        var before = DateTimeOffset.UtcNow;
        await SessionAsync(world, Secret(made), 200);
        var first = (await world.GetAsync(key)).GetProperty("lastUsed").GetDateTimeOffset();
        await SessionAsync(world, Secret(made), 200);
        await world.SendAsync("GET", "/v1/applications", null, 200, key: $"ManagementKey-v1 {Secret(manager)}");

        Assert.InRange(first, before, DateTimeOffset.UtcNow);
        Assert.Equal(first, (await world.GetAsync(key)).GetProperty("lastUsed").GetDateTimeOffset());
        Assert.True((await world.GetAsync(other)).TryGetProperty("lastUsed", out _));
        Assert.True((await world.GetAsync($"{application}/apikeys")).GetProperty("data")[0].TryGetProperty("lastUsed", out _));
        Assert.Equal(2, (await world.GetAsync("/v1/management_keys")).GetProperty("data").EnumerateArray().Count(json => json.TryGetProperty("lastUsed", out _)));
    }

    [Fact]
    public async Task A_management_key_reaches_what_it_was_made_for_and_nothing_else()
    {
        var world = await ManagementWorld.CreateAsync();
        var (mine, other) = (await world.ApplicationAsync(), await world.ApplicationAsync());
        var campaign = await world.CampaignAsync(mine);
        var made = await world.PostAsync("/v1/management_keys", $$"""{"name":"exports","allowedApplicationIds":[{{Last(mine)}}]}""");
        var (key, path) = ($"ManagementKey-v1 {Secret(made)}", $"/v1/management_keys/{ManagementWorld.Id(made)}");

        await world.SendAsync("GET", mine, null, 200, key: key);
        await world.SendAsync("GET", other, null, 403, key: key);
        await world.SendAsync("GET", "/v1/applications", null, 403, key: key);
        await world.SendAsync("POST", "/v1/management_keys", """{"name":"more"}""", 403, key: key);
        await world.SendAsync("POST", $"{campaign}/copy", $$"""{"applicationIds":[{{Last(other)}}]}""", 403, key: key);
        await world.PutAsync(path, """{"name":"exports","endpoints":[{"method":"GET","path":"/v1/applications/{id}/campaigns"}]}""");
        await world.SendAsync("GET", $"{other}/campaigns", null, 200, key: key);
        await world.SendAsync("GET", mine, null, 403, key: key);
        await world.PutAsync(path, """{"name":"exports","disabled":true}""");
        await world.SendAsync("GET", mine, null, 401, key: key);
        await world.PutAsync(path, """{"name":"exports"}""");
        var rotated = $"ManagementKey-v1 {Secret(await world.PostAsync($"{path}/rotate", "", 200))}";
        await world.SendAsync("GET", mine, null, 401, key: key);
        await world.SendAsync("GET", mine, null, 200, key: rotated);
        Assert.Equal(2, (await world.GetAsync("/v1/management_keys")).GetProperty("totalResultSize").GetInt32());
        await world.DeleteAsync(path);
        await world.SendAsync("GET", mine, null, 401, key: rotated);
    }

    [Fact]
    public async Task The_operators_key_is_left_to_the_operator()
    {
        var world = await ManagementWorld.CreateAsync();

        await world.DeleteAsync("/v1/management_keys/1", 409);
        await world.PutAsync("/v1/management_keys/1", """{"name":"x"}""", 409);
        await world.PostAsync("/v1/management_keys/1/rotate", "", 409);
        await world.GetAsync("/v1/management_keys/99", 404);
        await world.PostAsync("/v1/management_keys", """{"name":"x","expiryDate":"2001-01-01T00:00:00Z","allowedApplicationIds":[99]}""", 400);
    }

    [Fact]
    public async Task Secrets_are_not_stored()
    {
        var store = new Talon.Storage.MemoryStore(TimeProvider.System);
        var world = await ManagementWorld.CreateAsync(store);
        var secret = Secret(await world.PostAsync("/v1/management_keys", """{"name":"x"}"""));

        Assert.DoesNotContain(world.Account.Configurations.Current.ManagementKeys, key => JsonSerializer.Serialize(key).Contains(secret[12..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_login_lasts_until_it_ends()
    {
        var world = await ManagementWorld.CreateAsync();
        await world.Account.Users.BootstrapAsync(new("admin@example.com", "correct horse battery"));

        var session = await world.PostAsync("/v1/sessions", """{"email":"Admin@example.com","password":"correct horse battery"}""");
        var token = $"Bearer {session.GetProperty("token").GetString()}";
        var campaign = await world.SendAsync("POST", "/v1/applications", """{"name":"shop","timezone":"UTC","currency":"EUR"}""", 201, key: token);

        Assert.Equal((1, 1), (session.GetProperty("userId").GetInt32(), campaign.GetProperty("accountId").GetInt32()));
        await world.SendAsync("GET", "/v1/applications", null, 401, key: token + "x");
        await world.DeleteAsync("/v1/sessions", 404);
        await world.SendAsync("DELETE", "/v1/sessions", null, 204, key: token);
        await world.SendAsync("GET", "/v1/applications", null, 401, key: token);
    }

    [Fact]
    public async Task Guessing_a_password_is_slow()
    {
        var world = await ManagementWorld.CreateAsync();
        await world.Account.Users.BootstrapAsync(new("admin@example.com", "correct horse battery"));

        for (var i = 0; i < 5; i++)
            await world.PostAsync("/v1/sessions", """{"email":"admin@example.com","password":"wrong"}""", 401);
        await world.PostAsync("/v1/sessions", """{"email":"admin@example.com","password":"correct horse battery"}""", 429);
        await world.PostAsync("/v1/sessions", """{"email":"nobody@example.com","password":"wrong"}""", 401);
        await world.PostAsync("/v1/sessions", """{"email":"nobody@example.com"}""", 400);
    }

    [Fact]
    public async Task Another_password_ends_the_sessions_of_the_one_before()
    {
        var world = await ManagementWorld.CreateAsync();
        await world.Account.Users.BootstrapAsync(new("admin@example.com", "correct horse battery"));
        var token = $"Bearer {(await world.PostAsync("/v1/sessions", """{"email":"admin@example.com","password":"correct horse battery"}""")).GetProperty("token").GetString()}";

        await world.Account.Users.BootstrapAsync(new("admin@example.com", "correct horse battery"));
        await world.SendAsync("GET", "/v1/applications", null, 200, key: token);
        await world.Account.Users.BootstrapAsync(new("admin@example.com", "another horse battery"));

        await world.SendAsync("GET", "/v1/applications", null, 401, key: token);
    }

    [Theory]
    [InlineData("a@b.c", null)]
    [InlineData("a@b.c", "short")]
    [InlineData(null, "correct horse battery")]
    public void Half_a_login_is_none(string? email, string? password) => Assert.Throws<FormatException>(() => OperatorLogin.Read(email, password));

    private static Task<JsonElement> SessionAsync(ManagementWorld world, string key, int expected) =>
        world.SendAsync("PUT", "/v2/customer_sessions/s1", """{"customerSession":{}}""", expected, key: $"ApiKey-v1 {key}");

    private static string Secret(JsonElement made) => made.GetProperty("key").GetString()!;

    private static string Last(string path) => path.Split('/')[^1];
}
