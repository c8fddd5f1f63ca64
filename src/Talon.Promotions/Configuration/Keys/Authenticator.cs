namespace Talon.Promotions;

/// <summary>Finds the key of an <c>Authorization</c> header.</summary>
/// <remarks>
/// A valid key is found in the last known configuration, without a storage trip; anything else is looked for once more in
/// a fresh one. So a new key works at once, and a deleted one until the instance next reads the configuration.
/// </remarks>
public sealed class Authenticator(ConfigurationStore configurations, TimeProvider clock)
{
    /// <summary>The scheme of Integration API keys.</summary>
    public const string IntegrationScheme = "ApiKey-v1";

    /// <summary>The scheme of Management API keys.</summary>
    public const string ManagementScheme = "ManagementKey-v1";

    /// <summary>The scheme of management sessions.</summary>
    public const string SessionScheme = "Bearer";

    /// <summary>The configuration that keys are looked for in first; read when there is none yet.</summary>
    public async ValueTask<Configuration> ConfigurationAsync(CancellationToken cancellation = default) =>
        configurations.Current is { Version: > 0 } known ? known : await configurations.GetAsync(cancellation);

    /// <summary>The Integration API key of a header in a configuration, expired or not; null when there is none.</summary>
    public static ApiKey? FindIntegrationKey(string? authorization, Configuration configuration) =>
        KeyOf(authorization, IntegrationScheme) is { } key ? configuration.FindApiKey(key) : null;

    /// <summary>The management session of a header. Throws <see cref="UnauthorizedException"/> when there is no valid one.</summary>
    public ValueTask<ManagementSession> SessionAsync(string? authorization, CancellationToken cancellation = default) =>
        FindAsync(authorization, SessionScheme, static (configuration, token) => configuration.FindManagementSession(token), cancellation);

    /// <summary>The Integration API key of a header. Throws <see cref="UnauthorizedException"/> when there is no valid one.</summary>
    public ValueTask<ApiKey> IntegrationAsync(string? authorization, CancellationToken cancellation = default) =>
        FindAsync(authorization, IntegrationScheme, static (configuration, key) => configuration.FindApiKey(key), cancellation);

    /// <summary>The Management API key of a header. Throws <see cref="UnauthorizedException"/> when there is no valid one.</summary>
    public ValueTask<ManagementKey> ManagementAsync(string? authorization, CancellationToken cancellation = default) =>
        FindAsync(authorization, ManagementScheme, static (configuration, key) => configuration.FindManagementKey(key), cancellation);

    private async ValueTask<T> FindAsync<T>(string? authorization, string scheme, Func<Configuration, string, T?> find, CancellationToken cancellation)
        where T : class, IKey
    {
        var key = KeyOf(authorization, scheme) ?? throw new UnauthorizedException();
        var now = clock.GetUtcNow();
        var known = configurations.Current;
        if (find(known, key) is { } found && found.IsValidAt(now))
            return found;

        var fresh = await configurations.GetAsync(cancellation);
        if (fresh != known && find(fresh, key) is { } late && late.IsValidAt(now))
            return late;
        throw new UnauthorizedException();
    }

    private static string? KeyOf(string? authorization, string scheme) =>
        authorization is not null && authorization.Length > scheme.Length + 1 && authorization[scheme.Length] == ' '
        && authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? authorization[(scheme.Length + 1)..].Trim()
            : null;
}
