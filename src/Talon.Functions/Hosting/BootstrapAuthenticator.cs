using Talon.Http;
using Talon.Promotions;

namespace Talon.Functions;

/// <summary>Makes the configured management key valid before the first call that asks for one; other calls never wait for it.</summary>
internal sealed class BootstrapAuthenticator(IAuthenticator keys, ManagementKeySetup setup, string? managementKey) : IAuthenticator
{
    private volatile bool _done = managementKey is null;

    /// <inheritdoc/>
    public async Task<Caller> AuthenticateAsync(string? authorization, Authentication kind, CancellationToken cancellation)
    {
        if (kind == Authentication.ManagementKey && !_done)
        {
            await setup.BootstrapAsync(managementKey, cancellation);
            _done = true;
        }

        return await keys.AuthenticateAsync(authorization, kind, cancellation);
    }
}
