using System.Net;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Tells who calls.</summary>
public interface IAuthenticator
{
    /// <summary>
    /// Checks the address, then the <c>Authorization</c> header. Throws <see cref="ForbiddenException"/> when the address may not
    /// call, and <see cref="UnauthorizedException"/> when the header does not hold a valid key of that kind.
    /// </summary>
    Task<Caller> AuthenticateAsync(string? authorization, IPAddress? address, Authentication kind, CancellationToken cancellation);
}
