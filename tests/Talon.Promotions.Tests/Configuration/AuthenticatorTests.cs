using Microsoft.Extensions.Time.Testing;

namespace Talon.Promotions.Tests;

public sealed class AuthenticatorTests
{
    private readonly TestTables _tables = new();
    private readonly SeededRandomSource _random = new(3);
    private readonly FakeTimeProvider _clock = new(Sample.Now);
    private readonly ConfigurationStore _store;
    private readonly Authenticator _authenticator;

    public AuthenticatorTests()
    {
        _store = Sample.Store(_tables);
        _authenticator = new(_store, _clock);
    }

    private static ApiKey Key(string secret, long id = 1) => new()
    {
        Id = id,
        ApplicationId = 1,
        Title = "key",
        Expires = Sample.Now.AddDays(1),
        Created = Sample.Now,
        CreatedBy = 1,
        Prefix = KeySecret.PrefixOf(secret),
        SecretHash = KeySecret.Hash(secret),
    };

    private Task<Promotions.Configuration> AddAsync(ApiKey key, ConfigurationStore? store = null) =>
        (store ?? _store).UpdateAsync(_ => [ConfigurationChange.Put(EntityKinds.ApiKey, key)]).AsTask();

    [Fact]
    public async Task A_known_key_is_found_without_asking_the_store()
    {
        var secret = KeySecret.New(_random);
        await AddAsync(Key(secret));
        _tables.ResetCounts();

        Assert.Equal(1, (await _authenticator.IntegrationAsync("ApiKey-v1 " + secret)).Id);
        Assert.Equal(0, _tables.Reads);
    }

    [Fact]
    public async Task A_key_made_on_another_instance_works_at_once()
    {
        var secret = KeySecret.New(_random);
        await _store.GetAsync();
        await AddAsync(Key(secret), Sample.Store(_tables, 9));

        Assert.Equal(1, (await _authenticator.IntegrationAsync("ApiKey-v1 " + secret)).Id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ApiKey-v1")]
    [InlineData("ApiKey-v1 ")]
    [InlineData("ApiKey-v1 nonsense")]
    [InlineData("Bearer KEY")]
    [InlineData("ManagementKey-v1 KEY")]
    [InlineData("ApiKey-v1KEY")]
    [InlineData("ApiKey-v1 KEYx")]
    [InlineData("ApiKey-v1 key")]
    public async Task Anything_but_the_key_in_its_scheme_is_refused(string? header)
    {
        var secret = KeySecret.New(_random);
        await AddAsync(Key(secret));
        var sent = header?.Replace("KEY", secret, StringComparison.Ordinal).Replace("key", secret.ToUpperInvariant(), StringComparison.Ordinal);

        await Assert.ThrowsAsync<UnauthorizedException>(() => _authenticator.IntegrationAsync(sent).AsTask());
    }

    [Fact]
    public async Task An_expired_key_is_refused_from_its_moment_on()
    {
        var secret = KeySecret.New(_random);
        await AddAsync(Key(secret));
        _clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
        await _authenticator.IntegrationAsync("ApiKey-v1 " + secret);
        _clock.Advance(TimeSpan.FromTicks(1));

        await Assert.ThrowsAsync<UnauthorizedException>(() => _authenticator.IntegrationAsync("ApiKey-v1 " + secret).AsTask());
    }

    [Fact]
    public async Task A_deleted_key_is_refused_in_a_newer_configuration()
    {
        var secret = KeySecret.New(_random);
        await AddAsync(Key(secret));
        await _authenticator.IntegrationAsync("ApiKey-v1 " + secret);

        await _store.UpdateAsync(_ => [ConfigurationChange.Delete(EntityKinds.ApiKey, 1)]);

        await Assert.ThrowsAsync<UnauthorizedException>(() => _authenticator.IntegrationAsync("ApiKey-v1 " + secret).AsTask());
    }

    [Fact]
    public async Task A_management_key_that_the_operator_chose_is_found()
    {
        var key = new ManagementKey
        {
            Id = ManagementKey.BootstrapId,
            Name = "bootstrap",
            Created = Sample.Now,
            CreatedBy = 1,
            Prefix = KeySecret.PrefixOf("my own key"),
            SecretHash = KeySecret.Hash("my own key"),
        };
        await _store.UpdateAsync(_ => [ConfigurationChange.Put(EntityKinds.ManagementKey, key)]);

        Assert.Equal(1, (await _authenticator.ManagementAsync("ManagementKey-v1 my own key")).Id);
        await Assert.ThrowsAsync<UnauthorizedException>(() => _authenticator.ManagementAsync("ManagementKey-v1 my own kez").AsTask());
    }

    [Fact]
    public void A_new_key_has_at_least_160_random_bits()
    {
        var key = KeySecret.New(_random);

        Assert.Equal("", KeySecret.PrefixOf(key[11..]));
        Assert.True(40 * Math.Log2(62) >= 160);
        Assert.Equal(10 + 1 + 40, key.Length);
        Assert.NotEqual(key, KeySecret.New(_random));
    }
}
