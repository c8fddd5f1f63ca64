using System.Text.Json;
using Talon.Http;
using Talon.Promotions;
using Talon.Storage;

namespace Talon.Server.Tests;

public sealed class RoutingTests
{
    private static readonly Parameter<string> Id = Parameters.PathId("id", "Id.");

    private readonly FrameWorld _world = new(
        FrameWorld.Echo(context => JsonSerializer.Serialize(context.Get(Id)), "GET", "/v1/things/{id}", null, Id),
        FrameWorld.Echo(_ => "\"deleted\"", "DELETE", "/v1/things/{id}", null, Id),
        FrameWorld.Echo(_ => "\"all\"", "GET", "/v1/things/all"),
        FrameWorld.Echo(context => JsonSerializer.Serialize(context.Get(Id) + "'s parts"), "GET", "/v1/things/{id}/parts", null, Id));

    [Theory]
    [InlineData("/v1/things/a", "a")]
    [InlineData("/v1/things/a%2Fb%20c%25", "a/b c%")]
    [InlineData("/v1/things/a+b", "a+b")]
    [InlineData("/v1/things/%F0%9F%98%80", "\U0001F600")]
    [InlineData("/v1/things/\U0001F600%2f", "\U0001F600/")]
    [InlineData("/v1/things/..", "..")]
    [InlineData("/v1/things/all", "all")]
    [InlineData("/v1/things/all/parts", "all's parts")]
    [InlineData("/v1/things/parts/parts", "parts's parts")]
    public async Task A_path_is_split_before_it_is_decoded(string path, string expected)
    {
        var (status, answer, _) = await _world.SendAsync("GET", path);
        Assert.Equal(200, status);
        Assert.Equal(expected, answer.GetString());
    }

    [Theory]
    [InlineData("/v1/other")]
    [InlineData("/v1/things")]
    [InlineData("/v1/things/")]
    [InlineData("/v1/things//parts")]
    [InlineData("/v1/things/a/")]
    [InlineData("/v1/things/a/b")]
    [InlineData("/v1/things/%ff")]
    [InlineData("/v1/things/%2")]
    [InlineData("")]
    [InlineData("*")]
    public async Task An_unknown_path_is_a_404(string path)
    {
        var (status, answer, _) = await _world.SendAsync("GET", path);
        Assert.Equal(404, status);
        Assert.Equal(404, answer.GetProperty("StatusCode").GetInt32());
    }

    [Fact]
    public async Task An_unknown_method_is_a_405_that_names_the_known_ones()
    {
        var (status, _, response) = await _world.SendAsync("PATCH", "/v1/things/a");
        Assert.Equal(405, status);
        Assert.Contains(new("Allow", "GET, DELETE"), response.Headers);
    }

    [Fact]
    public async Task An_id_longer_than_1000_characters_is_refused()
    {
        Assert.Equal(200, (await _world.SendAsync("GET", "/v1/things/" + new string('x', 1000))).Status);
        Assert.Equal(400, (await _world.SendAsync("GET", "/v1/things/" + new string('x', 1001))).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("bad")]
    public async Task Without_a_valid_key_the_answer_is_a_401(string? key)
    {
        var (status, answer, _) = await _world.SendAsync("GET", "/v1/things/a", key: key);
        Assert.Equal(401, status);
        Assert.Equal(401, answer.GetProperty("StatusCode").GetInt32());
        Assert.False(answer.TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task A_staging_key_is_refused_where_nothing_says_otherwise()
    {
        _world.Caller = new Caller { ApplicationId = 1, Staging = true };
        Assert.Equal(401, (await _world.SendAsync("GET", "/v1/things/a")).Status);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_a_503_with_a_time_to_retry()
    {
        var world = new FrameWorld(FrameWorld.Echo(_ => throw new StorageUnavailableException("away")));
        var (status, _, response) = await world.SendAsync("POST", "/v1/echo");
        Assert.Equal(503, status);
        Assert.Contains(response.Headers, header => header.Key == "Retry-After");
    }

    [Fact]
    public async Task An_unknown_failure_is_a_500_that_tells_nothing()
    {
        var world = new FrameWorld(FrameWorld.Echo(_ => throw new InvalidOperationException("secret")));
        var (status, answer, _) = await world.SendAsync("POST", "/v1/echo");
        Assert.Equal(500, status);
        Assert.DoesNotContain("secret", answer.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_the_application_keeps_its_status()
    {
        var world = new FrameWorld(FrameWorld.Echo(_ => throw new ConflictException("busy")));
        var (status, answer, _) = await world.SendAsync("POST", "/v1/echo");
        Assert.Equal(409, status);
        Assert.Equal("busy", answer.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData(255, 200)]
    [InlineData(256, 400)]
    public async Task An_idempotency_key_has_at_most_255_characters(int length, int expected)
    {
        var world = new FrameWorld(FrameWorld.Echo(context => JsonSerializer.Serialize(context.Idempotency!.Key)));
        Assert.Equal(expected, (await world.SendAsync("POST", "/v1/echo", idempotencyKey: new string('k', length))).Status);
    }
}
