using System.Net;
using Talon.Http;
using Talon.Promotions;

namespace Talon.Functions;

/// <summary>Makes the configured management key and login valid before the first call that asks for one; calls of shops never wait for it.</summary>
internal sealed class BootstrapAuthenticator(IAuthenticator keys, AccountSetup account, FunctionsSettings settings) : IAuthenticator
{
    private volatile bool _done = settings is { ManagementKey: null, Admin: null };

    /// <inheritdoc/>
    public async Task<Caller> AuthenticateAsync(string? authorization, IPAddress? address, Authentication kind, CancellationToken cancellation)
    {
        if (kind != Authentication.IntegrationKey && !_done)
        {
            if (settings.ManagementKey is not null)
                await account.ManagementKeys.BootstrapAsync(settings.ManagementKey, cancellation);
            if (settings.Admin is { } admin)
                await account.Users.BootstrapAsync(admin, cancellation);
            _done = true;
        }

        return await keys.AuthenticateAsync(authorization, address, kind, cancellation);
    }
}
