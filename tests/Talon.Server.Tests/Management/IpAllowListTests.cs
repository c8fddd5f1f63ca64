using System.Net;
using Talon.Http;
using Talon.Promotions;

namespace Talon.Server.Tests;

public sealed class IpAllowListTests
{
    private static readonly IPAddress Office = IPAddress.Parse("10.1.2.3");
    private static readonly IPAddress Elsewhere = IPAddress.Parse("192.0.2.7");

    [Fact]
    public async Task An_applications_keys_work_from_its_addresses_only()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync(""","allowedIpRanges":["10.0.0.0/8","2001:db8::/32","192.0.2.1"]""");
        var key = $"ApiKey-v1 {(await world.PostAsync($"{application}/apikeys", """{"title":"x","expires":"2999-01-01T00:00:00Z"}""")).GetProperty("key").GetString()}";

        Assert.Equal(200, await UpdateAsync(world, key, Office));
        Assert.Equal(200, await UpdateAsync(world, key, Office.MapToIPv6()));
        Assert.Equal(200, await UpdateAsync(world, key, IPAddress.Parse("2001:db8::5")));
        Assert.Equal(200, await UpdateAsync(world, key, IPAddress.Parse("192.0.2.1")));
        Assert.Equal(403, await UpdateAsync(world, key, Elsewhere));
        Assert.Equal(403, await UpdateAsync(world, key, null));
        Assert.Equal(401, await UpdateAsync(world, key + "x", Elsewhere));
        Assert.Equal("10.0.0.0/8", (await world.GetAsync(application)).GetProperty("allowedIpRanges")[0].GetString());
        await world.PutAsync(application, """{"name":"shop","timezone":"UTC","currency":"EUR"}""");
        Assert.Equal(403, await UpdateAsync(world, key, Elsewhere));
        await world.PutAsync(application, """{"name":"shop","timezone":"UTC","currency":"EUR","allowedIpRanges":[]}""");
        Assert.Equal(200, await UpdateAsync(world, key, Elsewhere));
    }

    [Fact]
    public async Task The_address_is_looked_at_before_the_key()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync(""","allowedIpRanges":["10.0.0.0/8"]""");
        var made = await world.PostAsync($"{application}/apikeys", """{"title":"x","expires":"2999-01-01T00:00:00Z"}""");
        var key = $"ApiKey-v1 {made.GetProperty("key").GetString()}";
        await world.Account.ApiKeys.UpdateAsync(1, made.GetProperty("id").GetInt64(), new() { Title = "x", Expires = DateTimeOffset.UtcNow.AddMilliseconds(50) }, TestContext.Current.CancellationToken);
        while (await UpdateAsync(world, key, Office) == 200)
            await Task.Yield();

        Assert.Equal((401, 403), (await UpdateAsync(world, key, Office), await UpdateAsync(world, key, Elsewhere)));
    }

    [Fact]
    public async Task The_accounts_addresses_hold_for_every_operation_but_health()
    {
        var world = await ManagementWorld.CreateAsync();

        Assert.Equal(200, await StatusAsync(world, "PUT", "/v1/ip_allow_list", """{"ranges":["10.0.0.0/8"]}""", Office));

        Assert.Equal(200, await StatusAsync(world, "GET", "/v1/applications", null, Office));
        Assert.Equal(403, await StatusAsync(world, "GET", "/v1/applications", null, Elsewhere));
        Assert.Equal(403, await UpdateAsync(world, "ApiKey-v1 nonsense", Elsewhere));
        Assert.Equal(401, await UpdateAsync(world, "ApiKey-v1 nonsense", Office));
        Assert.Equal(403, await StatusAsync(world, "POST", "/v1/sessions", """{"email":"a","password":"b"}""", Elsewhere));
        Assert.Equal(200, await StatusAsync(world, "GET", "/v1/status/health", null, Elsewhere));
        Assert.Equal(200, await StatusAsync(world, "PUT", "/v1/ip_allow_list", """{"ranges":[]}""", Office));
        Assert.Equal(200, await StatusAsync(world, "GET", "/v1/applications", null, Elsewhere));
    }

    [Fact]
    public async Task Nobody_shuts_themselves_out_and_ranges_are_checked()
    {
        var world = await ManagementWorld.CreateAsync();

        Assert.Equal(400, await StatusAsync(world, "PUT", "/v1/ip_allow_list", """{"ranges":["10.0.0.0/8"]}""", Elsewhere));
        Assert.Equal(400, await StatusAsync(world, "PUT", "/v1/ip_allow_list", """{"ranges":["10.0.0.0/8"]}""", null));
        Assert.Equal(400, await StatusAsync(world, "PUT", "/v1/ip_allow_list", """{"ranges":["10.1.2.3/8","10.0.0.0/40","x"]}""", Office));
        Assert.Equal("[]", (await world.GetAsync("/v1/ip_allow_list")).GetProperty("ranges").GetRawText());
        await world.PostAsync("/v1/applications", """{"name":"x","timezone":"UTC","currency":"EUR","allowedIpRanges":["300.0.0.0/8"]}""", 400);
    }

    [Theory]
    [InlineData("::ffff:10.0.0.0/104", 200)]
    [InlineData("::ffff:10.1.2.3", 200)]
    [InlineData("::ffff:10.9.0.0/112", 400)]
    [InlineData("10.1.2.3/8", 200)]
    [InlineData("0.0.0.0/0", 200)]
    [InlineData("10.66051", 400)]
    [InlineData("0xa.1.2.3", 400)]
    [InlineData("012.1.2.3", 400)]
    [InlineData("167838211", 400)]
    [InlineData("10.0.0.0/08", 400)]
    [InlineData("fe80::1%1", 400)]
    public async Task An_address_is_what_everybody_reads_in_it(string range, int expected)
    {
        var world = await ManagementWorld.CreateAsync();

        Assert.Equal(expected, await StatusAsync(world, "PUT", "/v1/ip_allow_list", $$"""{"ranges":["{{range}}"]}""", Office));
        Assert.Equal(200, await StatusAsync(world, "GET", "/v1/applications", null, Office));
    }

    [Theory]
    [InlineData("192.0.2.7", null, "192.0.2.7")]
    [InlineData("192.0.2.7", "10.1.2.3", "192.0.2.7")]
    [InlineData("172.16.0.1", "10.1.2.3", "10.1.2.3")]
    [InlineData("172.16.0.1", "6.6.6.6, 10.1.2.3, 172.16.0.9:4711", "10.1.2.3")]
    [InlineData("::ffff:172.16.0.1", "[2001:db8::5]:443", "2001:db8::5")]
    [InlineData("172.16.0.1", "10.1.2.3, nonsense", null)]
    [InlineData("172.16.0.1", "", "172.16.0.1")]
    [InlineData(null, "10.1.2.3", null)]
    public void Only_trusted_proxies_are_believed(string? connection, string? forwardedFor, string? expected) => Assert.Equal(
        expected,
        ClientAddress.Of(connection is null ? null : IPAddress.Parse(connection), forwardedFor, IpRanges.Parse("172.16.0.0/12"))?.ToString());

    [Fact]
    public void A_front_end_that_adds_the_connection_is_believed_as_far_as_that()
    {
        var (connection, rest) = ClientAddress.TakeLast("6.6.6.6, 192.0.2.7:1234");

        Assert.Equal(("192.0.2.7", "6.6.6.6"), (connection!.ToString(), rest));
        Assert.Equal("192.0.2.7", ClientAddress.Of(connection, rest, IpRanges.None)!.ToString());
        Assert.Null(ClientAddress.TakeLast(null).Connection);
    }

    private static Task<int> UpdateAsync(ManagementWorld world, string key, IPAddress? address) =>
        StatusAsync(world, "PUT", "/v2/customer_sessions/s1", """{"customerSession":{}}""", address, key);

    private static async Task<int> StatusAsync(ManagementWorld world, string method, string target, string? body, IPAddress? address, string? key = null)
    {
        var (path, response) = key is null ? await world.TryAsync(method, target, body, address: address) : await world.TryAsync(method, target, body, key: key, address: address);
        Assert.Empty(AnswerChecker.Check(method, path, response.Status, response.ContentType, response.Body));
        return response.Status;
    }
}
