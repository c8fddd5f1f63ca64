using System.Net;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Tells who calls by the keys of the configuration, and refuses addresses that may not.</summary>
/// <remarks>The account's addresses are looked at first, then the Application's, then whether the key is valid.</remarks>
public sealed class KeyAuthenticator(Authenticator keys) : IAuthenticator
{
    /// <inheritdoc/>
    public async Task<Caller> AuthenticateAsync(string? authorization, IPAddress? address, Authentication kind, CancellationToken cancellation)
    {
        var configuration = await keys.ConfigurationAsync(cancellation);
        IpAllowList.CheckAccount(configuration, address);
        return kind switch
        {
            Authentication.None => Caller.Anonymous with { Address = address },
            Authentication.ManagementKey => await ManagerAsync(authorization, cancellation) with { Address = address },
            _ => await ShopAsync(authorization, address, configuration, cancellation) with { Address = address },
        };
    }

    private async Task<Caller> ManagerAsync(string? authorization, CancellationToken cancellation)
    {
        if (authorization?.StartsWith(Authenticator.SessionScheme + " ", StringComparison.OrdinalIgnoreCase) == true)
        {
            var session = await keys.SessionAsync(authorization, cancellation);
            var user = (await keys.ConfigurationAsync(cancellation)).Users.Find(session.UserId) ?? throw new UnauthorizedException();
            return new Caller { Actor = new(user.Id, user.Email), SessionId = session.Id };
        }

        var manager = await keys.ManagementAsync(authorization, cancellation);
        return new Caller { Actor = new(manager.Id, manager.Name), Endpoints = manager.Endpoints ?? [], Applications = manager.AllowedApplicationIds, Key = KeyUses.Of(manager) };
    }

    private async Task<Caller> ShopAsync(string? authorization, IPAddress? address, Configuration configuration, CancellationToken cancellation)
    {
        var known = Authenticator.FindIntegrationKey(authorization, configuration)?.ApplicationId;
        try
        {
            if (known is { } application)
                IpAllowList.CheckApplication(configuration, application, address);
            var key = await keys.IntegrationAsync(authorization, cancellation);
            known = key.ApplicationId;
            IpAllowList.CheckApplication(await keys.ConfigurationAsync(cancellation), key.ApplicationId, address);
            return new Caller { ApplicationId = key.ApplicationId, Staging = key.IsStaging, TimeOffset = key.ClockOffset, Key = KeyUses.Of(key) };
        }
        catch (RefusalException refusal)
        {
            refusal.ApplicationId = known;
            throw;
        }
    }
}
