using Talon.Promotions;

namespace Talon.Http;

/// <summary>Tells who calls by the keys of the configuration.</summary>
public sealed class KeyAuthenticator(Authenticator keys) : IAuthenticator
{
    /// <inheritdoc/>
    public async Task<Caller> AuthenticateAsync(string? authorization, Authentication kind, CancellationToken cancellation)
    {
        if (kind == Authentication.ManagementKey)
        {
            var manager = await keys.ManagementAsync(authorization, cancellation);
            return new Caller { Actor = new(manager.Id, manager.Name) };
        }

        var key = await keys.IntegrationAsync(authorization, cancellation);
        return new Caller { ApplicationId = key.ApplicationId, Staging = key.IsStaging, TimeOffset = key.ClockOffset };
    }
}
